package com.bookedbarber.analytics.rollup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.UUID;

/** Proves that the sums are right, for operators and tests. */
@Path("/internal/rollups")
@RolesAllowed("service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RollupCheckResource {

    private final RollupCheck check;

    RollupCheckResource(RollupCheck check) {
        this.check = check;
    }

    @GET
    @Path("/check")
    @Operation(hidden = true)
    public RollupCheck.Result check(@RestQuery @NotNull(message = "must be given") UUID shopId) {
        return check.of(shopId);
    }
}
