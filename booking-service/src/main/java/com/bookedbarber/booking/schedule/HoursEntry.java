package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.availability.LocalHours;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One interval of hours as clients write it, in local times of the shop.
 *
 * @param dayOfWeek such as {@code MONDAY}; left out for a date's own hours
 * @param start such as {@code 09:00}
 * @param end such as {@code 12:30}; at or before the start means the next day, {@code 24:00} is midnight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoursEntry(String dayOfWeek, String start, String end) {

    static HoursEntry of(DayOfWeek day, LocalHours hours) {
        return new HoursEntry(
                day == null ? null : day.name(),
                hours.start().toString(),
                hours.end().toString());
    }

    /** Reads entries; 400 naming each one that is wrong, or that overlaps another of its day. */
    static List<DayHours> parse(List<HoursEntry> entries, String prefix, boolean withDays) {
        List<FieldError> errors = new ArrayList<>();
        List<DayHours> hours = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String at = prefix + "[" + i + "]";
            HoursEntry entry = entries.get(i);
            if (entry == null) {
                errors.add(new FieldError(at, "must be given"));
                continue;
            }
            DayOfWeek day = withDays ? entry.day(at, errors) : null;
            LocalTime from = time(entry.start, at + ".start", errors);
            LocalTime to = time("24:00".equals(entry.end) ? "00:00" : entry.end, at + ".end", errors);
            if (from != null && to != null) {
                DayHours interval = new DayHours(day, new LocalHours(from, to));
                if (hours.stream().anyMatch(interval::overlaps)) {
                    errors.add(new FieldError(at, "must not overlap another interval of its day"));
                }
                hours.add(interval);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return hours;
    }

    private DayOfWeek day(String at, List<FieldError> errors) {
        try {
            return DayOfWeek.valueOf(String.valueOf(dayOfWeek));
        } catch (IllegalArgumentException unknown) {
            errors.add(new FieldError(at + ".dayOfWeek", "must be a day such as MONDAY"));
            return null;
        }
    }

    private static LocalTime time(String text, String field, List<FieldError> errors) {
        try {
            LocalTime time = LocalTime.parse(String.valueOf(text));
            if (time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                return time;
            }
        } catch (DateTimeException malformed) {
            // Told below, as are seconds.
        }
        errors.add(new FieldError(field, "must be a time such as 09:00"));
        return null;
    }

    /**
     * Hours of a day.
     *
     * @param day null for a date's own hours
     */
    record DayHours(DayOfWeek day, LocalHours hours) {

        private static final int MINUTES_PER_DAY = 1_440;

        boolean overlaps(DayHours other) {
            return day == other.day && start() < other.end() && other.start() < end();
        }

        private int start() {
            return hours.start().toSecondOfDay() / 60;
        }

        private int end() {
            return hours.end().toSecondOfDay() / 60 + (hours.endsNextDay() ? MINUTES_PER_DAY : 0);
        }
    }
}
