package com.bookedbarber.gateway.shed;

import java.util.function.LongSupplier;

/**
 * Stops calling a service that fails, so that its callers hear at once and it can recover.
 *
 * <p>Opens when at least half of at least twenty calls within ten seconds failed: not reached, cut off or too late. What
 * a service answers is no failure, whatever its status. After two seconds single calls probe it; the first that
 * succeeds closes the breaker.
 */
public final class CircuitBreaker {

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final long OPEN_NANOS = 2_000_000_000L;
    private static final long PROBE_EVERY_NANOS = 200_000_000L;
    private static final int ENOUGH_CALLS = 20;

    private final LongSupplier nanoTime;
    private long windowStart;
    private int calls;
    private int failures;
    private volatile boolean open;
    private long nextProbe;
    private int probes;
    private long opened;
    private long refused;

    /** A closed breaker. */
    public CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.windowStart = nanoTime.getAsLong();
    }

    /** Whether a call may be made now; while open, one every fifth of a second once the rest is over. */
    public boolean admits() {
        return !open || admitsProbe();
    }

    private synchronized boolean admitsProbe() {
        long now = nanoTime.getAsLong();
        if (open && now - nextProbe < 0) {
            refused++;
            return false;
        }
        nextProbe = now + PROBE_EVERY_NANOS;
        probes++;
        return true;
    }

    /** The service answered. */
    public synchronized void succeeded() {
        // What was sent before it opened may still be answered, and proves nothing about now.
        if (open && probes > 0) {
            open = false;
            reset();
        }
        count();
    }

    /** The service could not be reached, broke off or took too long. */
    public synchronized void failed() {
        count();
        failures++;
        if (!open && calls >= ENOUGH_CALLS && failures * 2 >= calls) {
            open = true;
            opened++;
            probes = 0;
            nextProbe = nanoTime.getAsLong() + OPEN_NANOS;
        }
    }

    /** Whether it is open. */
    public boolean open() {
        return open;
    }

    /** How often it has opened so far. */
    public synchronized long opened() {
        return opened;
    }

    /** Calls it has not admitted so far. */
    public synchronized long refused() {
        return refused;
    }

    private void count() {
        if (nanoTime.getAsLong() - windowStart > WINDOW_NANOS) {
            reset();
        }
        calls++;
    }

    private void reset() {
        windowStart = nanoTime.getAsLong();
        calls = 0;
        failures = 0;
    }
}
