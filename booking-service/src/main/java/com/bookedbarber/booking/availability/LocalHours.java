package com.bookedbarber.booking.availability;

import java.time.LocalTime;

/**
 * One interval of a barber's hours, in local times of the shop's zone.
 *
 * @param start the first moment of work, a whole minute
 * @param end the moment work is over, a whole minute; at or before {@code start} it means the next day, so that
 *     {@code 22:00–02:00} crosses midnight and {@code 00:00–00:00} is a whole day
 */
public record LocalHours(LocalTime start, LocalTime end) {

    /** Hours of whole minutes. */
    public LocalHours {
        if (!isWholeMinute(start) || !isWholeMinute(end)) {
            throw new IllegalArgumentException("hours are whole minutes: " + start + "–" + end);
        }
    }

    /** Hours such as {@code LocalHours.of("09:00", "12:30")}. */
    public static LocalHours of(String start, String end) {
        return new LocalHours(LocalTime.parse(start), LocalTime.parse(end));
    }

    /** Whether the interval ends on the day after the one it belongs to. */
    public boolean endsNextDay() {
        return !end.isAfter(start);
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }
}
