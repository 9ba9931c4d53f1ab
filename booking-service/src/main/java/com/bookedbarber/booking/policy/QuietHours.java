package com.bookedbarber.booking.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When nobody wants to be reminded of anything, in the client's local time.
 *
 * @param from the first quiet moment of an evening
 * @param to the first moment of a morning that is not quiet any more; equal to {@code from} for no quiet hours at all
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** From nine in the evening to eight in the morning. */
    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** A reminder that waits for the morning must come at least this long before the visit. */
    private static final Duration USEFUL = Duration.ofHours(1);

    /**
     * When to send what is due at a time: then, or when the quiet hours end, or, if the visit would be too near by then,
     * just before they begin.
     */
    public Instant sendingTime(Instant due, Instant startsAt, ZoneId zone) {
        LocalTime local = due.atZone(zone).toLocalTime();
        if (!isQuiet(local)) {
            return due;
        }
        Instant morning = end(due, local, zone);
        return morning.plus(USEFUL).isAfter(startsAt) ? lastMomentBefore(due, local, zone) : morning;
    }

    private boolean isQuiet(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    private Instant end(Instant due, LocalTime local, ZoneId zone) {
        LocalDate date = due.atZone(zone).toLocalDate();
        return (local.isBefore(to) ? date : date.plusDays(1))
                .atTime(to)
                .atZone(zone)
                .toInstant();
    }

    private Instant lastMomentBefore(Instant due, LocalTime local, ZoneId zone) {
        LocalDate date = due.atZone(zone).toLocalDate();
        return (local.isBefore(from) ? date.minusDays(1) : date)
                .atTime(from)
                .atZone(zone)
                .toInstant()
                .minusSeconds(60);
    }
}
