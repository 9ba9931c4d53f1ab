package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;

import java.util.UUID;

/** Tells the other services about one appointment, which they may not have heard of yet. */
@Path("/internal/appointments/{id}")
@RolesAllowed("service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotResource {

    private final Appointments appointments;
    private final SignedLinks links;

    SnapshotResource(Appointments appointments, SignedLinks links) {
        this.appointments = appointments;
        this.links = links;
    }

    @GET
    @Operation(hidden = true)
    public AppointmentSnapshot read(@PathParam("id") UUID id, @RestHeader("X-Manage-Token") String manageToken) {
        Appointment appointment = appointments.require(id);
        if (manageToken != null && !links.isManageToken(id, manageToken)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "This is not the appointment's manage token.");
        }
        return AppointmentSnapshot.of(appointment);
    }
}
