package com.bookedbarber.payment.appointment;

import com.bookedbarber.platform.client.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import java.util.UUID;

/** The part of the booking-service that is asked here. */
@Path("/internal/appointments")
@RegisterRestClient(configKey = "booking-service")
@RegisterProvider(ServiceTokenFilter.class)
interface BookingService {

    @GET
    @Path("/{id}")
    Appointment appointment(@PathParam("id") UUID id, @HeaderParam(Appointments.MANAGE_TOKEN) String manageToken);
}
