package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** Somebody's place in a shop, as other services ask for it when a token does not know it yet. */
@Path("/internal/shops/{shopId}/staff/{userId}")
@RolesAllowed("service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StaffInternalResource {

    private final Staff staff;

    StaffInternalResource(Staff staff) {
        this.staff = staff;
    }

    @GET
    @Operation(hidden = true)
    public Place place(@RestPath UUID shopId, @RestPath UUID userId) {
        return staff.roleOf(shopId, userId)
                .map(role -> new Place(shopId, userId, role))
                .orElseThrow(() -> ProblemException.notFound("staff member"));
    }

    /** Somebody's role in a shop. */
    public record Place(UUID shopId, UUID userId, ShopRole role) {}
}
