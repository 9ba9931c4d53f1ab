package com.bookedbarber.booking.diary;

/**
 * How often what is booked on a barber's local day has changed.
 *
 * @param day the day, counted from 1970-01-01
 * @param version at least 1, and greater after each change; what was read of the day is true while it stays
 */
public record DayVersion(long day, long version) {}
