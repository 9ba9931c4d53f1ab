package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The local time of a zone over some days as a few periods of one offset each, so that the rules need no zone
 * arithmetic but additions. Resolves gaps and overlaps as {@link java.time.ZonedDateTime} does: a time that was skipped
 * moves later by the length of the gap, a time that comes twice means its first coming.
 */
final class LocalTimeline {

    private static final long MILLIS_PER_MINUTE = 60_000L;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    /** Further than any offset reaches and any interval of hours extends. */
    private static final int MARGIN_DAYS = 5;

    private final long[] starts;
    private final long[] offsets;

    private LocalTimeline(long[] starts, long[] offsets) {
        this.starts = starts;
        this.offsets = offsets;
    }

    /** The timeline for a range of local dates and the few days around it. */
    static LocalTimeline around(ZoneId zone, LocalDate from, LocalDate to) {
        ZoneRules rules = zone.getRules();
        Instant first = from.minusDays(MARGIN_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = to.plusDays(MARGIN_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(first);
        while (next != null && next.getInstant().isBefore(last)) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        long[] starts = new long[transitions.size() + 1];
        long[] offsets = new long[starts.length];
        starts[0] = Long.MIN_VALUE;
        offsets[0] = rules.getOffset(first).getTotalSeconds() * 1_000L;
        for (int i = 1; i < starts.length; i++) {
            ZoneOffsetTransition transition = transitions.get(i - 1);
            starts[i] = transition.toEpochSecond() * 1_000L;
            offsets[i] = transition.getOffsetAfter().getTotalSeconds() * 1_000L;
        }
        return new LocalTimeline(starts, offsets);
    }

    /** The instant of a local time, in milliseconds since the epoch. */
    long at(LocalDate date, LocalTime time) {
        long local = date.toEpochDay() * MILLIS_PER_DAY + time.toSecondOfDay() * 1_000L;
        for (int i = 0; i < starts.length; i++) {
            long instant = local - offsets[i];
            // Before this period starts, but not within the last: skipped, and told by the offset before.
            if (instant < starts[i]) {
                return local - offsets[i - 1];
            }
            if (instant < end(i)) {
                return instant;
            }
        }
        throw new IllegalStateException("the last period never ends");
    }

    /** Whether a date was ever the local date; Apia never saw 2011-12-30. */
    boolean exists(LocalDate date) {
        long midnight = date.toEpochDay() * MILLIS_PER_DAY;
        for (int i = 0; i < starts.length; i++) {
            if (firstMoment(i, midnight) < lastMoment(i, midnight)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The instants of a date at which the minutes since local midnight are a multiple of the step, ascending, in
     * milliseconds since the epoch. Where clocks go back both instants of a repeated time are there.
     */
    long[] grid(LocalDate date, int stepMinutes) {
        long step = stepMinutes * MILLIS_PER_MINUTE;
        long midnight = date.toEpochDay() * MILLIS_PER_DAY;
        int length = 0;
        for (int i = 0; i < starts.length; i++) {
            length += pointsBetween(firstMoment(i, midnight), lastMoment(i, midnight), midnight - offsets[i], step);
        }
        long[] grid = new long[length];
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            long origin = midnight - offsets[i];
            long last = lastMoment(i, midnight);
            for (long point = firstPoint(firstMoment(i, midnight), origin, step); point < last; point += step) {
                grid[next++] = point;
            }
        }
        return grid;
    }

    private long firstMoment(int period, long localMidnight) {
        return Math.max(starts[period], localMidnight - offsets[period]);
    }

    private long lastMoment(int period, long localMidnight) {
        return Math.min(end(period), localMidnight + MILLIS_PER_DAY - offsets[period]);
    }

    private long end(int period) {
        return period + 1 < starts.length ? starts[period + 1] : Long.MAX_VALUE;
    }

    private static long firstPoint(long from, long origin, long step) {
        return origin + Math.ceilDiv(from - origin, step) * step;
    }

    private static int pointsBetween(long from, long to, long origin, long step) {
        long first = firstPoint(from, origin, step);
        return first < to ? Math.toIntExact(Math.ceilDiv(to - first, step)) : 0;
    }
}
