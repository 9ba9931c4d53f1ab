package com.bookedbarber.user.registration;

import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.account.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import java.util.UUID;

/** Getting an account. */
@Path("/api/v1/auth")
@Tag(name = "Accounts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {

    private final Registration registration;
    private final SignedIn signedIn;

    RegistrationResource(Registration registration, SignedIn signedIn) {
        this.registration = registration;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/register")
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            summary = "Open an account",
            description =
                    "Mails a verification token. 409 `email-taken` if the address, in whatever case, has an account.")
    @APIResponseSchema(value = Registered.class, responseCode = "201", responseDescription = "The account")
    public Registered register(@Valid @NotNull(message = "must be given") NewAccount request) {
        return Registered.of(registration.register(request));
    }

    @POST
    @Path("/verify-email")
    @PermitAll
    @Operation(summary = "Show that the address is yours", description = "With the token that was mailed.")
    @APIResponse(responseCode = "204", description = "It is shown")
    public void verifyEmail(@Valid @NotNull(message = "must be given") MailedToken request) {
        registration.verify(request.token().strip());
    }

    @POST
    @Path("/verify-email/resend")
    @Authenticated
    @ResponseStatus(202)
    @Operation(summary = "Have another verification token mailed")
    @APIResponse(responseCode = "202", description = "It will be mailed")
    public void resend() {
        registration.mailAgain(signedIn.profile());
    }

    /** A new account. */
    public record Registered(UUID id, String email, String name) {

        static Registered of(Profile profile) {
            return new Registered(profile.id(), profile.email(), profile.name());
        }
    }

    /** A token out of a mail. */
    public record MailedToken(
            @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters")
            String token) {

        @Override
        public String toString() {
            return "MailedToken[…]";
        }
    }
}
