package com.bookedbarber.analytics.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A barber's hours of every week, as the booking-service tells them.
 *
 * @param weekly the intervals; a day without any is a day off
 */
public record HoursChanged(UUID shopId, UUID barberId, List<Interval> weekly) {

    private static final long DAY = Duration.ofDays(1).toMinutes();

    /**
     * Working hours of a day, in local time.
     *
     * @param end at or before the start it means the next day
     */
    public record Interval(DayOfWeek dayOfWeek, LocalTime start, LocalTime end) {

        private long minutes() {
            long minutes = Duration.between(start, end).toMinutes();
            return minutes > 0 ? minutes : minutes + DAY;
        }
    }

    /** Working minutes of Monday to Sunday. */
    Integer[] minutesByDay() {
        Integer[] minutes = new Integer[DayOfWeek.values().length];
        for (DayOfWeek day : DayOfWeek.values()) {
            minutes[day.ordinal()] = weekly == null
                    ? 0
                    : weekly.stream()
                            .filter(interval -> interval.dayOfWeek() == day)
                            .mapToInt(interval -> (int) interval.minutes())
                            .sum();
        }
        return minutes;
    }
}
