package com.bookedbarber.load.history;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When the barbers of a generated shop work: the same intervals on each of some days of the week. */
public record OpeningHours(Set<DayOfWeek> days, List<Interval> intervals) {

    /** Local times of one day. */
    public record Interval(LocalTime start, LocalTime end) {}

    /** Tuesday to Saturday, with an hour for lunch, as most shops are. */
    public static final OpeningHours USUAL = new OpeningHours(
            EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
            List.of(
                    new Interval(LocalTime.of(9, 0), LocalTime.of(13, 0)),
                    new Interval(LocalTime.of(14, 0), LocalTime.of(19, 0))));

    /** Every day, ten hours without a break: the most that is asked of a benchmark of availability. */
    public static final OpeningHours EVERY_DAY = new OpeningHours(
            EnumSet.copyOf(Arrays.asList(DayOfWeek.values())),
            List.of(new Interval(LocalTime.of(9, 0), LocalTime.of(19, 0))));
}
