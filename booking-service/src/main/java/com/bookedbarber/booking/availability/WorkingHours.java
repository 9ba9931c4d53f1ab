package com.bookedbarber.booking.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When a barber works.
 *
 * @param weekly the hours of each day of the week; a missing day is a day off
 * @param exceptions hours that replace the weekly ones of their date; an empty list is a day off
 */
public record WorkingHours(Map<DayOfWeek, List<LocalHours>> weekly, Map<LocalDate, List<LocalHours>> exceptions) {

    /** Keeps copies. */
    public WorkingHours {
        weekly = Map.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /** The intervals that start on a date; the last may end on the next. */
    public List<LocalHours> on(LocalDate date) {
        List<LocalHours> exception = exceptions.get(date);
        return exception != null ? exception : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
