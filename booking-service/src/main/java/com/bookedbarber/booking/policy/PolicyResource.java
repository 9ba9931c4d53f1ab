package com.bookedbarber.booking.policy;

import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** What a shop demands of bookings. */
@Path("/api/v1/shops/{shopId}/booking-policy")
@Tag(name = "Booking policy")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    private final BookingPolicies policies;
    private final ShopDirectory shops;
    private final ShopAccess access;

    PolicyResource(BookingPolicies policies, ShopDirectory shops, ShopAccess access) {
        this.policies = policies;
        this.shops = shops;
        this.access = access;
    }

    @GET
    @PermitAll
    @Operation(summary = "A shop's notice, horizon, step, holds, reminders and cancellation terms")
    public Response read(@PathParam("shopId") UUID shopId) {
        return answer(shops.require(shopId));
    }

    @PUT
    @Authenticated
    @Transactional
    @Operation(summary = "Changes the policy; appointments keep the one they were booked under")
    public Response write(
            @PathParam("shopId") UUID shopId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") PolicyRequest request) {
        Shop shop = shops.require(shopId);
        access.requireManagement(shopId);
        policies.takeTurn(shopId);
        IfMatch.check(ifMatch, policies.versionOf(shopId));
        policies.save(shopId, request.onTopOf(policies.of(shopId, shop.currency()), shop.currency()));
        return answer(shop);
    }

    private Response answer(Shop shop) {
        BookingPolicy policy = policies.of(shop.shopId(), shop.currency());
        long version = policies.versionOf(shop.shopId());
        return Response.ok(PolicyView.of(shop.shopId(), policy, shop.currency(), version))
                .header(HttpHeaders.ETAG, IfMatch.etag(version))
                .build();
    }
}
