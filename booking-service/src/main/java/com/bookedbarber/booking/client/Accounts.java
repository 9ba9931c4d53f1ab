package com.bookedbarber.booking.client;

import com.bookedbarber.platform.client.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import java.util.UUID;

/** What the user-service tells of a person. */
@Path("/internal/users")
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceTokenFilter.class)
interface Accounts {

    @GET
    @Path("/{id}")
    Account account(@PathParam("id") UUID id);

    /** A person's account. */
    record Account(UUID userId, String name, String email, String phone) {}
}
