package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Booking appointments and looking at them. */
@Path("/api/v1/appointments")
@Tag(name = "Appointments")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentResource {

    private final Booking booking;
    private final Appointments appointments;
    private final AppointmentList list;
    private final AppointmentAccess access;
    private final Cancelling cancelling;

    AppointmentResource(
            Booking booking,
            Appointments appointments,
            AppointmentList list,
            AppointmentAccess access,
            Cancelling cancelling) {
        this.booking = booking;
        this.appointments = appointments;
        this.list = list;
        this.access = access;
        this.cancelling = cancelling;
    }

    @POST
    @PermitAll
    @Operation(summary = "Books an appointment; guests name themselves and get a manageToken")
    @APIResponseSchema(
            value = AppointmentView.class,
            responseCode = "201",
            responseDescription = "Booked: confirmed, or held until the deposit is paid")
    @APIResponse(responseCode = "409", description = "slot-taken: somebody else has the time")
    @APIResponse(responseCode = "422", description = "A rule of the shop: notice, horizon, hours, closures")
    public Response book(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Valid @NotNull(message = "must be given") NewAppointment request) {
        Answer answer = booking.book(key, request);
        return answer.toResponse();
    }

    @GET
    @Authenticated
    @Operation(summary = "The caller's appointments, or for staff the shop's, by start")
    public RestResponse<Page<AppointmentView>> list(
            @BeanParam AppointmentQuery query, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return list.find(query, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One appointment, for its client, the staff, and whoever has its manage token")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response read(@PathParam("id") UUID id, @BeanParam ManageToken token) {
        Appointment appointment = visible(id, token);
        return Response.ok(AppointmentView.of(appointment))
                .header(HttpHeaders.ETAG, IfMatch.etag(appointment.version()))
                .build();
    }

    @GET
    @Path("/{id}/cancellation-preview")
    @PermitAll
    @Operation(summary = "What cancelling right now would cost and refund")
    @APIResponseSchema(value = CancellationPreview.class, responseDescription = "The costs")
    public Response preview(@PathParam("id") UUID id, @BeanParam ManageToken token) {
        Appointment appointment = visible(id, token);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        appointment.moveTo(AppointmentStatus.CANCELLED, now);
        return Response.ok(CancellationPreview.of(appointment, cancelling.outcome(appointment, now, false), now))
                .header(HttpHeaders.ETAG, IfMatch.etag(appointment.version()))
                .build();
    }

    private Appointment visible(UUID id, ManageToken token) {
        Appointment appointment = appointments.require(id);
        access.require(appointment, token.given());
        return appointment;
    }
}
