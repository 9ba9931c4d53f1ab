package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.availability.Visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a visit is.
 *
 * @param endsAt exclusive
 * @param busyFrom start of the buffer before
 * @param busyTo end of the buffer after, exclusive
 * @param zone the shop's
 */
public record VisitTime(Instant startsAt, Instant endsAt, Instant busyFrom, Instant busyTo, ZoneId zone) {

    /** The time of a visit that starts then. */
    public static VisitTime of(Instant startsAt, Visit visit, ZoneId zone) {
        Instant endsAt = startsAt.plus(Duration.ofMinutes(visit.durationMinutes()));
        return new VisitTime(
                startsAt,
                endsAt,
                startsAt.minus(Duration.ofMinutes(visit.bufferBeforeMinutes())),
                endsAt.plus(Duration.ofMinutes(visit.bufferAfterMinutes())),
                zone);
    }

    /** The shop's date on which it starts. */
    public LocalDate localDate() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    /** What the visit takes of a barber's time, wherever it starts. */
    public Visit visit() {
        return new Visit(
                Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes()),
                Math.toIntExact(Duration.between(busyFrom, startsAt).toMinutes()),
                Math.toIntExact(Duration.between(endsAt, busyTo).toMinutes()));
    }
}
