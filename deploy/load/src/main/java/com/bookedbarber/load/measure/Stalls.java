package com.bookedbarber.load.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a machine stands still by itself while all its cores are busy, as a virtual one does when its host serves
 * others: what a percentile cannot get below, whatever is measured. Linux does not tell it where the host does not.
 *
 * @param share of the time, of all cores, between 0 and 1
 * @param longestMillis the longest time that one core stood still
 */
public record Stalls(double share, double longestMillis) {

    /** Shorter ones are interrupts and the like, which a busy core has anyhow. */
    private static final long LEAST_NANOS = 300_000;

    /** Keeps every core busy with looking at the clock for so long; nothing else should run meanwhile. */
    public static Stalls measure(Duration time) {
        var cores = new ArrayList<Core>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            cores.add(new Core(time.toNanos()));
        }
        cores.forEach(Core::start);
        cores.forEach(Core::await);
        return of(cores, time);
    }

    private static Stalls of(List<Core> cores, Duration time) {
        long stalled = cores.stream().mapToLong(core -> core.stalled).sum();
        long longest = cores.stream().mapToLong(core -> core.longest).max().orElse(0);
        return new Stalls((double) stalled / cores.size() / time.toNanos(), longest / 1e6);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "the machine itself, with all cores busy, stood still for %.1f %% of the time, up to %.1f ms at once",
                100 * share,
                longestMillis);
    }

    private static final class Core extends Thread {
        private final long nanos;
        private long stalled;
        private long longest;

        Core(long nanos) {
            super("stalls");
            this.nanos = nanos;
        }

        @Override
        public void run() {
            long end = System.nanoTime() + nanos;
            for (long before = System.nanoTime(); before < end; ) {
                long now = System.nanoTime();
                if (now - before > LEAST_NANOS) {
                    stalled += now - before;
                    longest = Math.max(longest, now - before);
                }
                before = now;
            }
        }

        void await() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
