package com.bookedbarber.platform.shop;

import com.bookedbarber.platform.client.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import java.util.UUID;

/** The part of the user-service that the others ask. */
@Path("/internal/shops/{shopId}")
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceTokenFilter.class)
interface UserService {

    @GET
    Shop shop(@PathParam("shopId") UUID shopId);

    @GET
    @Path("/staff/{userId}")
    StaffMember staff(@PathParam("shopId") UUID shopId, @PathParam("userId") UUID userId);

    /** Somebody's place in a shop. */
    record StaffMember(UUID shopId, UUID userId, String role) {}
}
