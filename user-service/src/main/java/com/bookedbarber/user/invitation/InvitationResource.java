package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.user.account.SignedIn;
import com.bookedbarber.user.shop.Shops;
import com.bookedbarber.user.staff.Authorities;
import com.bookedbarber.user.staff.Authority;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.time.Instant;
import java.util.UUID;

/** Inviting people into a shop, and coming in. */
@Path("/api/v1")
@Tag(name = "Shops")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

    private final Invitations invitations;
    private final Shops shops;
    private final Authorities authorities;
    private final SignedIn signedIn;

    InvitationResource(Invitations invitations, Shops shops, Authorities authorities, SignedIn signedIn) {
        this.invitations = invitations;
        this.shops = shops;
        this.authorities = authorities;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/shops/{shopId}/staff")
    @ResponseStatus(201)
    @Operation(
            summary = "Bring somebody into the shop",
            description =
                    "Somebody with an account works there at once, anybody else gets an invitation by mail. For owners"
                            + " and managers with a verified address; only owners make owners.")
    public Invited invite(@RestPath UUID shopId, @Valid @NotNull(message = "must be given") NewStaffMember request) {
        shops.require(shopId);
        authorities.inShop(shopId).requireDecisionOn(request.role());
        return invitations.invite(shopId, signedIn.profile(), request);
    }

    @GET
    @Path("/shops/{shopId}/invitations")
    @Operation(summary = "Open invitations", description = "For owners and managers.")
    public Page<OpenInvitation> open(@RestPath UUID shopId) {
        requireManagement(shopId);
        return Page.whole(
                invitations.open(shopId).stream().map(OpenInvitation::of).toList());
    }

    @DELETE
    @Path("/shops/{shopId}/invitations/{id}")
    @Operation(summary = "Withdraw an invitation", description = "For owners and managers.")
    public void withdraw(@RestPath UUID shopId, @RestPath UUID id) {
        requireManagement(shopId);
        invitations.withdraw(shopId, id);
    }

    @POST
    @Path("/auth/accept-invitation")
    @Operation(summary = "Take up an invitation", description = "With the token that was mailed.")
    public void accept(@Valid @NotNull(message = "must be given") Acceptance request) {
        invitations.accept(request.token().strip(), "token", signedIn.profile());
    }

    private void requireManagement(UUID shopId) {
        shops.require(shopId);
        Authority authority = authorities.inShop(shopId);
        authority.requireManagement();
    }

    /** An invitation nobody has taken up yet. */
    public record OpenInvitation(UUID id, String email, String name, ShopRole role, Instant expiresAt) {

        static OpenInvitation of(Invitation invitation) {
            return new OpenInvitation(
                    invitation.id(), invitation.email(), invitation.name(), invitation.role(), invitation.expiresAt());
        }
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
