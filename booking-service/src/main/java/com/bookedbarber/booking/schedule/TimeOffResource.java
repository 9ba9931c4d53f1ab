package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.schedule.Schedules.BarberOfShop;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When a barber is away. Barbers see to their own, management to everybody's. */
@Path("/api/v1")
@Tag(name = "Schedules")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TimeOffResource {

    private final Schedules schedules;
    private final OutsideHours outside;
    private final ScheduleEvents events;
    private final ShopDirectory shops;
    private final ShopAccess access;
    private final Callers callers;

    TimeOffResource(
            Schedules schedules,
            OutsideHours outside,
            ScheduleEvents events,
            ShopDirectory shops,
            ShopAccess access,
            Callers callers) {
        this.schedules = schedules;
        this.outside = outside;
        this.events = events;
        this.shops = shops;
        this.access = access;
        this.callers = callers;
    }

    @GET
    @Path("/barbers/{barberId}/time-off")
    @Operation(summary = "Present and coming time off")
    public RestResponse<Page<TimeOff>> list(
            @PathParam("barberId") UUID barberId, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        BarberOfShop barber = schedules.requireBarber(barberId);
        access.requireStaff(barber.shopId());
        List<TimeOff> found = schedules.timeOff(barberId, Instant.now(), page);
        return Page.of(found, page.limit(), away -> new Cursor(away.startsAt(), away.id()), away -> away)
                .toResponse(uri);
    }

    @POST
    @Path("/barbers/{barberId}/time-off")
    @Transactional
    @Operation(summary = "Takes time off: hours, or whole days; lists the appointments now outside, which stay booked")
    public Response add(
            @PathParam("barberId") UUID barberId, @Valid @NotNull(message = "must be given") TimeOffRequest request) {
        BarberOfShop barber = own(barberId);
        TimeOff timeOff = request.toTimeOff(shops.require(barber.shopId()).timeZone());
        schedules.add(barberId, timeOff);
        events.changed(barber.shopId(), barberId, null);
        Away away = new Away(
                timeOff.id(),
                timeOff.startsAt(),
                timeOff.endsAt(),
                timeOff.reason(),
                outside.ofBarber(barber.shopId(), barberId));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/barbers/" + barberId + "/time-off/" + timeOff.id())
                .entity(away)
                .build();
    }

    @DELETE
    @Path("/barbers/{barberId}/time-off/{id}")
    @Transactional
    @Operation(summary = "Takes time off back")
    public void remove(@PathParam("barberId") UUID barberId, @PathParam("id") UUID id) {
        BarberOfShop barber = own(barberId);
        if (!schedules.removeTimeOff(barberId, id)) {
            throw ProblemException.notFound("time off");
        }
        events.changed(barber.shopId(), barberId, null);
    }

    @DELETE
    @Path("/barbers/{barberId}/time-off")
    @Transactional
    @Operation(summary = "Takes time off back, named by the parameter id")
    public void removeNamed(@PathParam("barberId") UUID barberId, @RestQuery String id) {
        remove(barberId, QueryValue.requireId("id", id));
    }

    private BarberOfShop own(UUID barberId) {
        BarberOfShop barber = schedules.requireBarber(barberId);
        boolean ownTime = callers.current()
                .userId()
                .filter(user -> user.equals(barber.userId()))
                .isPresent();
        if (!ownTime) {
            access.requireManagement(barber.shopId());
        }
        return barber;
    }

    /** New time off, and the coming appointments that are outside the barber's hours. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Away(UUID id, Instant startsAt, Instant endsAt, String reason, List<OutsideHours.Outside> outside) {}
}
