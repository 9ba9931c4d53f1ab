package com.bookedbarber.user.shop;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** Shops, as other services ask for them when the feed has not told them yet. */
@Path("/internal/shops/{shopId}")
@RolesAllowed("service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ShopInternalResource {

    private final Shops shops;

    ShopInternalResource(Shops shops) {
        this.shops = shops;
    }

    @GET
    @Operation(hidden = true)
    public ToldShop shop(@RestPath UUID shopId) {
        return ToldShop.of(shops.require(shopId));
    }
}
