package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.schedule.HoursEntry.DayHours;
import com.bookedbarber.booking.schedule.Schedules.BarberOfShop;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** When a barber works. */
@Path("/api/v1")
@Tag(name = "Schedules")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkingHoursResource {

    private static final int MAX_INTERVALS = 70;

    private final Schedules schedules;
    private final OutsideHours outside;
    private final ScheduleEvents events;
    private final ShopAccess access;

    WorkingHoursResource(Schedules schedules, OutsideHours outside, ScheduleEvents events, ShopAccess access) {
        this.schedules = schedules;
        this.outside = outside;
        this.events = events;
        this.access = access;
    }

    @GET
    @Path("/barbers/{barberId}/working-hours")
    @PermitAll
    @Operation(summary = "A barber's weekly hours")
    public Week weekly(@PathParam("barberId") UUID barberId) {
        schedules.requireBarber(barberId);
        return new Week(barberId, schedules.weekly(barberId), List.of());
    }

    @PUT
    @Path("/barbers/{barberId}/working-hours")
    @Authenticated
    @Transactional
    @Operation(summary = "Replaces the weekly hours; lists the appointments now outside, which stay booked")
    public Week replaceWeekly(
            @PathParam("barberId") UUID barberId, @NotNull(message = "must be given") List<HoursEntry> hours) {
        BarberOfShop barber = manage(barberId);
        schedules.replaceWeekly(barberId, parse(hours, "", true));
        List<HoursEntry> weekly = schedules.weekly(barberId);
        events.weeklyChanged(barber.shopId(), barberId, weekly);
        return new Week(barberId, weekly, outside.ofBarber(barber.shopId(), barberId));
    }

    @PUT
    @Path("/barbers/{barberId}/exceptions/{date}")
    @Authenticated
    @Transactional
    @Operation(
            summary = "Gives a date its own hours instead of the weekly ones; no interval is a day off",
            description =
                    "The intervals may also come as a bare array. Lists the appointments now outside, which stay booked.")
    @APIResponse(responseCode = "200", description = "The date's hours, and the appointments now outside")
    public Day replaceDate(
            @PathParam("barberId") UUID barberId,
            @PathParam("date") String date,
            @NotNull(message = "must be given") DateHours request) {
        BarberOfShop barber = manage(barberId);
        LocalDate day = QueryValue.requireDate("date", date);
        if (request.intervals() == null) {
            throw ProblemException.invalid("intervals", "must be given, empty for a day off");
        }
        List<DayHours> hours = parse(request.intervals(), "intervals", false);
        schedules.replaceDate(barberId, day, hours);
        events.changed(barber.shopId(), barberId, day);
        return day(
                barber,
                day,
                hours.stream()
                        .map(interval -> HoursEntry.of(null, interval.hours()))
                        .toList());
    }

    @DELETE
    @Path("/barbers/{barberId}/exceptions/{date}")
    @Authenticated
    @Transactional
    @Operation(summary = "Gives a date its weekly hours back; lists the appointments now outside, which stay booked")
    @APIResponse(responseCode = "200", description = "The date's weekly hours, and the appointments now outside")
    public Day forgetDate(@PathParam("barberId") UUID barberId, @PathParam("date") String date) {
        BarberOfShop barber = manage(barberId);
        LocalDate day = QueryValue.requireDate("date", date);
        schedules.forgetDate(barberId, day);
        events.changed(barber.shopId(), barberId, day);
        return day(barber, day, schedules.weekly(barberId, day.getDayOfWeek()));
    }

    private Day day(BarberOfShop barber, LocalDate date, List<HoursEntry> hours) {
        return new Day(barber.barberId(), date, hours, outside.ofBarber(barber.shopId(), barber.barberId()));
    }

    private BarberOfShop manage(UUID barberId) {
        access.requireManagement(schedules.requireBarber(barberId).shopId());
        return schedules.lockBarber(barberId);
    }

    private static List<DayHours> parse(List<HoursEntry> hours, String prefix, boolean withDays) {
        if (hours.size() > MAX_INTERVALS) {
            throw ProblemException.invalid(prefix.isEmpty() ? "[]" : prefix, "must have at most 70 intervals");
        }
        return HoursEntry.parse(hours, prefix, withDays);
    }

    /** A date's own hours. */
    public record DateHours(List<HoursEntry> intervals) {

        /** As an object. */
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public DateHours {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static DateHours bare(List<HoursEntry> intervals) {
            return new DateHours(intervals);
        }
    }

    /** Weekly hours, and the coming appointments that are outside them. */
    public record Week(UUID barberId, List<HoursEntry> workingHours, List<OutsideHours.Outside> outside) {}

    /** A date's hours, and the coming appointments that are outside the barber's hours. */
    public record Day(UUID barberId, LocalDate date, List<HoursEntry> intervals, List<OutsideHours.Outside> outside) {}
}
