package com.bookedbarber.analytics.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The coming dates on which barbers do not work as in every week, as the booking-service tells them.
 *
 * @param asOf when it was so; null in events of earlier releases, which do not tell the dates
 * @param from the first date it speaks of
 * @param barberIds of whom it speaks
 * @param days all dates that differ
 */
public record DatesChanged(UUID shopId, Instant asOf, LocalDate from, List<UUID> barberIds, List<Day> days) {

    /** How many minutes a barber works on a date. */
    public record Day(UUID barberId, LocalDate date, int minutes) {}
}
