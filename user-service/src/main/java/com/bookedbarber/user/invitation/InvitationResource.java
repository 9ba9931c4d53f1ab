package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.user.shop.Shops;
import com.bookedbarber.user.staff.Authorities;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.time.Instant;
import java.util.UUID;

/** A shop's open invitations. */
@Path("/api/v1/shops/{shopId}/invitations")
@Tag(name = "Shops")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

    private final Invitations invitations;
    private final Shops shops;
    private final Authorities authorities;

    InvitationResource(Invitations invitations, Shops shops, Authorities authorities) {
        this.invitations = invitations;
        this.shops = shops;
        this.authorities = authorities;
    }

    @GET
    @Operation(summary = "Open invitations", description = "For owners and managers.")
    public Page<OpenInvitation> open(@RestPath UUID shopId) {
        requireManagement(shopId);
        return Page.whole(
                invitations.open(shopId).stream().map(OpenInvitation::of).toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraw an invitation", description = "For owners and managers.")
    public void withdraw(@RestPath UUID shopId, @RestPath UUID id) {
        requireManagement(shopId);
        invitations.withdraw(shopId, id);
    }

    private void requireManagement(UUID shopId) {
        shops.require(shopId);
        authorities.inShop(shopId).requireManagement();
    }

    /** An invitation nobody has taken up yet. */
    public record OpenInvitation(UUID id, String email, String name, ShopRole role, Instant expiresAt) {

        static OpenInvitation of(Invitation invitation) {
            return new OpenInvitation(
                    invitation.id(), invitation.email(), invitation.name(), invitation.role(), invitation.expiresAt());
        }
    }
}
