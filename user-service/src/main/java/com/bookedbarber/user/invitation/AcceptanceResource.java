package com.bookedbarber.user.invitation;

import com.bookedbarber.user.account.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking up an invitation. */
@Path("/api/v1/auth/accept-invitation")
@Tag(name = "Shops")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AcceptanceResource {

    private final Invitations invitations;
    private final SignedIn signedIn;

    AcceptanceResource(Invitations invitations, SignedIn signedIn) {
        this.invitations = invitations;
        this.signedIn = signedIn;
    }

    @POST
    @Operation(summary = "Take up an invitation", description = "With the token that was mailed.")
    @APIResponse(responseCode = "204", description = "One of the staff now")
    public void accept(@Valid @NotNull(message = "must be given") Acceptance request) {
        invitations.accept(request.token().strip(), "token", signedIn.profile());
    }

    /** A token out of a mail. */
    public record Acceptance(
            @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters")
            String token) {

        @Override
        public String toString() {
            return "Acceptance[…]";
        }
    }
}
