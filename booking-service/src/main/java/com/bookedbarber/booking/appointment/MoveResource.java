package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Instant;
import java.util.UUID;

/** The moves of an appointment's life. Every one needs the version that the caller has seen, as {@code If-Match}. */
@Path("/api/v1/appointments")
@Tag(name = "Appointments")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "409", description = "illegal-state: the current state does not allow it")
@APIResponse(responseCode = "412", description = "The appointment has changed")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class MoveResource {

    private final Appointments appointments;
    private final AppointmentAccess access;
    private final AppointmentMoves moves;
    private final Rescheduling rescheduling;

    MoveResource(
            Appointments appointments, AppointmentAccess access, AppointmentMoves moves, Rescheduling rescheduling) {
        this.appointments = appointments;
        this.access = access;
        this.moves = moves;
        this.rescheduling = rescheduling;
    }

    @POST
    @Path("/{id}/reschedule")
    @PermitAll
    @Operation(summary = "Moves it to another time: with the same barber, another one, or any")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response reschedule(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam ManageToken token,
            @Valid @NotNull(message = "must be given") NewTime request) {
        Appointment appointment = managed(id, token);
        NewAppointment.requireMinute(request.startsAt());
        UUID barberId = request.barberId() == null ? appointment.barberId() : NewAppointment.barber(request.barberId());
        boolean isStaff = access.isStaff(appointment);
        return answer(rescheduling.move(
                appointment, ifMatch, request.startsAt(), barberId, isStaff, act(Act.RESCHEDULE, request.reason())));
    }

    @POST
    @Path("/{id}/cancel")
    @PermitAll
    @Operation(summary = "Cancels it; costs and refunds what cancellation-preview says")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam ManageToken token,
            @Valid Cancel request) {
        Appointment appointment = managed(id, token);
        boolean emergency = request != null && Boolean.TRUE.equals(request.emergency());
        if (emergency) {
            access.requireManagement(appointment);
        }
        String reason = request == null ? null : request.reason();
        return answer(moves.cancel(id, ifMatch, emergency, act("cancel", reason)));
    }

    @POST
    @Path("/{id}/check-in")
    @Authenticated
    @Operation(summary = "The client has come")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response checkIn(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid Why request) {
        staffed(id);
        return answer(moves.checkIn(id, ifMatch, act("check-in", request)));
    }

    @POST
    @Path("/{id}/complete")
    @Authenticated
    @Operation(summary = "The visit is over")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response complete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid Why request) {
        staffed(id);
        return answer(moves.complete(id, ifMatch, act("complete", request)));
    }

    @POST
    @Path("/{id}/no-show")
    @Authenticated
    @Operation(summary = "The client did not come")
    @APIResponseSchema(value = AppointmentView.class, responseDescription = "The appointment")
    public Response noShow(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid Why request) {
        staffed(id);
        return answer(moves.noShow(id, ifMatch, act("no-show", request)));
    }

    private Appointment managed(UUID id, ManageToken token) {
        Appointment appointment = appointments.require(id);
        access.require(appointment, token.given());
        return appointment;
    }

    private void staffed(UUID id) {
        access.requireStaff(appointments.require(id));
    }

    private Act act(String action, Why why) {
        return act(action, why == null ? null : why.reason());
    }

    private Act act(String action, String reason) {
        return new Act(access.actor(), action, reason);
    }

    private static Response answer(Appointment appointment) {
        return Response.ok(AppointmentView.of(appointment))
                .header(HttpHeaders.ETAG, IfMatch.etag(appointment.version()))
                .build();
    }

    /**
     * Where to move it.
     *
     * @param barberId the same barber when left out; {@code any} leaves it to the shop
     */
    public record NewTime(
            @NotNull(message = "must be given") Instant startsAt,
            String barberId,

            @Size(max = 500, message = "must have at most 500 characters")
            String reason) {}

    /**
     * How to cancel it.
     *
     * @param emergency lets the client off; managers only
     */
    public record Cancel(
            @Size(max = 500, message = "must have at most 500 characters")
            String reason,

            Boolean emergency) {}

    /** Why something is done. */
    public record Why(
            @Size(max = 500, message = "must have at most 500 characters")
            String reason) {}
}
