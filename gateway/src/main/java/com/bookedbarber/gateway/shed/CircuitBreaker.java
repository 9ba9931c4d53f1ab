package com.bookedbarber.gateway.shed;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Stops calling a service that fails, so that its callers hear at once and it can recover.
 *
 * <p>Opens when at least half of at least twenty calls within ten seconds failed: not reached, cut off or too late. The
 * ten seconds begin with a failure. What a service answers is no failure, whatever its status. After two seconds single
 * calls probe it; the first that succeeds closes the breaker.
 */
public final class CircuitBreaker {

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final long OPEN_NANOS = 2_000_000_000L;
    private static final long PROBE_EVERY_NANOS = 200_000_000L;
    private static final int ENOUGH_CALLS = 20;

    private final LongSupplier nanoTime;
    private final LongAdder answers = new LongAdder();
    private long windowStart;
    private long answersBefore;
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
    public void succeeded() {
        // Counted without a lock: nearly all calls end here, and event loops should not wait for each other.
        answers.increment();
        if (open) {
            close();
        }
    }

    private synchronized void close() {
        // What was sent before it opened may still be answered, and proves nothing about now.
        if (open && probes > 0) {
            open = false;
            startWindow(nanoTime.getAsLong());
        }
    }

    /** The service could not be reached, broke off or took too long. */
    public synchronized void failed() {
        long now = nanoTime.getAsLong();
        if (now - windowStart > WINDOW_NANOS) {
            startWindow(now);
        }
        failures++;
        long calls = answers.sum() - answersBefore + failures;
        if (!open && calls >= ENOUGH_CALLS && failures * 2 >= calls) {
            open = true;
            opened++;
            probes = 0;
            nextProbe = now + OPEN_NANOS;
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

    private void startWindow(long now) {
        windowStart = now;
        answersBefore = answers.sum();
        failures = 0;
    }
}
