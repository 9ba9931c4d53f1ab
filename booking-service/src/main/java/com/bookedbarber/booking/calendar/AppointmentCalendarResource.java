package com.bookedbarber.booking.calendar;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.AppointmentAccess;
import com.bookedbarber.booking.appointment.Appointments;
import com.bookedbarber.booking.appointment.ManageToken;
import com.bookedbarber.platform.version.IfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** One appointment for a calendar. */
@Path("/api/v1/appointments")
@Tag(name = "Calendars")
@RunOnVirtualThread
@Produces("text/calendar;charset=UTF-8")
public class AppointmentCalendarResource {

    private final Appointments appointments;
    private final AppointmentAccess access;
    private final Invitation invitation;

    AppointmentCalendarResource(Appointments appointments, AppointmentAccess access, Invitation invitation) {
        this.appointments = appointments;
        this.access = access;
        this.invitation = invitation;
    }

    @GET
    @Path("/{id}.ics")
    @PermitAll
    @Operation(summary = "The appointment as an iCalendar event")
    public Response read(@PathParam("id") UUID id, @BeanParam ManageToken token) {
        Appointment appointment = appointments.require(id);
        access.require(appointment, token.given());
        return Response.ok(invitation.published(appointment))
                .header(HttpHeaders.ETAG, IfMatch.etag(appointment.version()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .build();
    }
}
