package com.bookedbarber.load.measure;

import java.util.Arrays;

/**
 * Response times of one run, in nanoseconds, every one of them kept: percentiles are of what was measured, not of a
 * sketch of it. One thread adds at a time; {@link #merge} brings those of several threads together.
 */
public final class Latencies {

    private long[] values;
    private int count;
    private boolean sorted = true;

    public Latencies() {
        this.values = new long[1024];
    }

    /** Adds one, in nanoseconds. */
    public void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
        sorted = false;
    }

    /** Adds all of another's. */
    public void merge(Latencies other) {
        if (count + other.count > values.length) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, count + other.count));
        }
        System.arraycopy(other.values, 0, values, count, other.count);
        count += other.count;
        sorted = false;
    }

    public int count() {
        return count;
    }

    /**
     * The nearest-rank percentile: the smallest measured time that at least this share of all did not exceed.
     *
     * @param percent above 0, up to 100
     * @return milliseconds; not a number if nothing was measured
     */
    public double millisAt(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentile: " + percent);
        }
        if (count == 0) {
            return Double.NaN;
        }
        sort();
        // 99.9 % of 1000 is the 999th, though the nearest double is a little more than that.
        int rank = (int) Math.ceil(percent * count / 100 - 1e-9 * count);
        return values[Math.max(rank, 1) - 1] / 1e6;
    }

    /** The share of all that took no longer than this, from 0 to 1; not a number if nothing was measured. */
    public double shareWithin(double millis) {
        if (count == 0) {
            return Double.NaN;
        }
        sort();
        var limit = (long) (millis * 1e6);
        int within = Arrays.binarySearch(values, 0, count, limit + 1);
        within = within < 0 ? -within - 1 : within;
        while (within > 0 && values[within - 1] > limit) {
            within--;
        }
        return (double) within / count;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
    }
}
