package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.user.account.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import java.util.UUID;

/** The people of a shop. */
@Path("/api/v1/shops/{shopId}/staff")
@Tag(name = "Shops")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {

    private final Staff staff;
    private final Authorities authorities;
    private final SignedIn signedIn;

    StaffResource(Staff staff, Authorities authorities, SignedIn signedIn) {
        this.staff = staff;
        this.authorities = authorities;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(summary = "Who works in the shop", description = "For its staff.")
    public Page<StaffMember> list(@RestPath UUID shopId) {
        List<StaffMember> members = staff.of(shopId);
        authorities.inShop(shopId).requireSight();
        return Page.whole(members);
    }

    @PATCH
    @Path("/{userId}")
    @Operation(
            summary = "Give somebody another role",
            description =
                    "For owners and managers; only owners make and unmake owners. 409 if nobody would own the shop.")
    public StaffMember change(
            @RestPath UUID shopId,
            @RestPath UUID userId,
            @Valid @NotNull(message = "must be given") RoleChange change) {
        staff.of(shopId);
        Authority authority = authorities.inShop(shopId);
        authority.requireManagement();
        authority.requireDecisionOn(staff.require(shopId, userId).role());
        authority.requireDecisionOn(change.role());
        return staff.changeRole(shopId, userId, change.role());
    }

    @DELETE
    @Path("/{userId}")
    @Operation(
            summary = "Let somebody go, or leave",
            description = "For owners and managers, and for oneself. 409 if nobody would own the shop.")
    public void remove(@RestPath UUID shopId, @RestPath UUID userId) {
        staff.of(shopId);
        Authority authority = authorities.inShop(shopId);
        if (!signedIn.id().equals(userId)) {
            authority.requireManagement();
            authority.requireDecisionOn(staff.require(shopId, userId).role());
        }
        staff.remove(shopId, userId);
    }

    /** A new role. */
    public record RoleChange(
            @NotNull(message = "must be given") ShopRole role) {}
}
