package com.bookedbarber.user.invitation;

import com.bookedbarber.user.account.SignedIn;
import com.bookedbarber.user.shop.Shops;
import com.bookedbarber.user.staff.Authorities;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** Bringing somebody into a shop. */
@Path("/api/v1/shops/{shopId}/staff")
@Tag(name = "Shops")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitingResource {

    private final Invitations invitations;
    private final Shops shops;
    private final Authorities authorities;
    private final SignedIn signedIn;

    InvitingResource(Invitations invitations, Shops shops, Authorities authorities, SignedIn signedIn) {
        this.invitations = invitations;
        this.shops = shops;
        this.authorities = authorities;
        this.signedIn = signedIn;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Bring somebody into the shop",
            description = "Somebody with an account and a verified address works there at once, anybody else gets an"
                    + " invitation by mail. For owners and managers with a verified address; only owners make"
                    + " owners.")
    public Invited invite(@RestPath UUID shopId, @Valid @NotNull(message = "must be given") NewStaffMember request) {
        shops.require(shopId);
        authorities.inShop(shopId).requireDecisionOn(request.role());
        return invitations.invite(shopId, signedIn.profile(), request);
    }
}
