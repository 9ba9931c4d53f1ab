package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A set of moments: half-open spans {@code [from, to)} in milliseconds since the epoch, kept sorted and apart from each
 * other. Plain longs, because availability walks through thousands of them per request.
 */
public final class TimeSpans {

    private static final TimeSpans NONE = new TimeSpans(new long[0]);

    /** from₀, to₀, from₁, to₁, … strictly ascending. */
    private final long[] bounds;

    private TimeSpans(long[] bounds) {
        this.bounds = bounds;
    }

    /** No moment at all. */
    public static TimeSpans none() {
        return NONE;
    }

    /** One span; nothing if it does not end after it starts. */
    public static TimeSpans of(Instant from, Instant to) {
        return builder().add(from, to).build();
    }

    /** Collects spans in any order; they may overlap. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many separate spans there are. */
    public int size() {
        return bounds.length / 2;
    }

    /** Where a span starts, in milliseconds since the epoch. */
    long from(int index) {
        return bounds[2 * index];
    }

    /** Where a span ends, exclusive, in milliseconds since the epoch. */
    long to(int index) {
        return bounds[2 * index + 1];
    }

    /** Whether some moment of {@code [from, to)} is in this set. */
    public boolean overlaps(long from, long to) {
        int index = firstEndingAfter(from);
        return from < to && index < size() && from(index) < to;
    }

    /** Every span made longer on both sides. */
    TimeSpans widened(long earlier, long later) {
        Builder widened = new Builder(size());
        for (int i = 0; i < size(); i++) {
            widened.add(from(i) - earlier, to(i) + later);
        }
        return widened.build();
    }

    /** The moments of this set that are not in the other. */
    TimeSpans without(TimeSpans other) {
        Builder rest = new Builder(size() + other.size());
        for (int i = 0; i < size(); i++) {
            long from = from(i);
            long to = to(i);
            for (int j = other.firstEndingAfter(from); j < other.size() && other.from(j) < to; j++) {
                rest.add(from, other.from(j));
                from = other.to(j);
            }
            rest.add(from, to);
        }
        return rest.build();
    }

    /** The first span that is not over at a moment, or {@link #size()}. */
    int firstEndingAfter(long moment) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to(middle) > moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Collects spans; empty and inverted ones are ignored. */
    public static final class Builder {

        private static final Comparator<long[]> BY_START = Comparator.comparingLong(span -> span[0]);

        private long[] bounds;
        private int length;
        private boolean ascending = true;

        private Builder() {
            this(8);
        }

        private Builder(int spans) {
            bounds = new long[2 * Math.max(spans, 4)];
        }

        /** Adds a span in milliseconds since the epoch. */
        public Builder add(long from, long to) {
            if (from >= to) {
                return this;
            }
            if (length == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * length);
            }
            ascending &= length == 0 || bounds[length - 2] <= from;
            bounds[length++] = from;
            bounds[length++] = to;
            return this;
        }

        /** Adds a span, to the millisecond. */
        public Builder add(Instant from, Instant to) {
            return add(from.toEpochMilli(), to.toEpochMilli());
        }

        /** Adds whole local days, both included, from the first moment of one to the last of the other. */
        public Builder addDates(LocalDate first, LocalDate last, ZoneId zone) {
            return add(
                    first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant());
        }

        /** Adds every span of another set. */
        public Builder addAll(TimeSpans spans) {
            for (int i = 0; i < spans.size(); i++) {
                add(spans.from(i), spans.to(i));
            }
            return this;
        }

        /** The set; spans that overlap or touch become one. */
        public TimeSpans build() {
            if (length == 0) {
                return NONE;
            }
            if (!ascending) {
                sort();
            }
            return new TimeSpans(merged());
        }

        private void sort() {
            long[][] spans = new long[length / 2][];
            for (int i = 0; i < spans.length; i++) {
                spans[i] = new long[] {bounds[2 * i], bounds[2 * i + 1]};
            }
            Arrays.sort(spans, BY_START);
            for (int i = 0; i < spans.length; i++) {
                bounds[2 * i] = spans[i][0];
                bounds[2 * i + 1] = spans[i][1];
            }
            ascending = true;
        }

        private long[] merged() {
            long[] merged = Arrays.copyOf(bounds, length);
            int last = 0;
            for (int i = 2; i < length; i += 2) {
                if (merged[i] <= merged[last + 1]) {
                    merged[last + 1] = Math.max(merged[last + 1], merged[i + 1]);
                } else {
                    last += 2;
                    merged[last] = merged[i];
                    merged[last + 1] = merged[i + 1];
                }
            }
            return Arrays.copyOf(merged, last + 2);
        }
    }
}
