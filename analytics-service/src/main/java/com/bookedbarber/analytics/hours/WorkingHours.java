package com.bookedbarber.analytics.hours;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * When a shop's barbers work, by their hours of the week as these were from time to time, and by the dates that differ.
 * Days before the first known hours are taken to have had the same.
 */
public final class WorkingHours {

    private final Map<UUID, NavigableMap<LocalDate, Integer[]>> byBarber = new HashMap<>();
    private final Map<LocalDate, Map<UUID, Integer>> changedDays = new HashMap<>();

    /** From that day on, the barber works so many minutes on Monday to Sunday. */
    void add(UUID barberId, LocalDate since, Integer[] minutesByDay) {
        byBarber.computeIfAbsent(barberId, id -> new TreeMap<>()).put(since, minutesByDay);
    }

    /** On that day, the barber works so many minutes, whatever the week says. */
    void add(UUID barberId, LocalDate day, int minutes) {
        changedDays.computeIfAbsent(day, date -> new HashMap<>()).put(barberId, minutes);
    }

    /** The minutes that all barbers together work on a day. */
    public long minutesOn(LocalDate day) {
        Map<UUID, Integer> changed = changedDays.getOrDefault(day, Map.of());
        long asEveryWeek = byBarber.entrySet().stream()
                .filter(barber -> !changed.containsKey(barber.getKey()))
                .mapToLong(barber -> minutesOn(day, barber.getValue()))
                .sum();
        return asEveryWeek
                + changed.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static long minutesOn(LocalDate day, NavigableMap<LocalDate, Integer[]> hours) {
        Map.Entry<LocalDate, Integer[]> valid = hours.floorEntry(day);
        Integer[] minutes = (valid == null ? hours.firstEntry() : valid).getValue();
        return minutes[day.getDayOfWeek().ordinal()];
    }

    /**
     * The part of the working time that is booked: 0 to 1, or above when more is booked than there are hours; 0 when no
     * hours are known. Rounded to four decimals.
     */
    public static double occupancy(long bookedMinutes, long workingMinutes) {
        return workingMinutes == 0 ? 0 : Math.round(bookedMinutes * 10_000.0 / workingMinutes) / 10_000.0;
    }
}
