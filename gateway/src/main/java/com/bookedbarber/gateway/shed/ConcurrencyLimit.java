package com.bookedbarber.gateway.shed;

import com.bookedbarber.gateway.route.Priority;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Bounds how many requests are with a service at a time, and so how long each of them waits there. What is too much is
 * turned away at once instead of timing out for everybody.
 *
 * <p>The bound shrinks by a tenth, ten times a second at most, while answers take more than a quarter of the time their
 * route allows, and grows back by eight for every such number of answers that come sooner. Dashboards may use six tenths
 * of it and ordinary requests seventeen twentieths, so that sign-in, booking and payment find room when the others no
 * longer do.
 */
public final class ConcurrencyLimit {

    private static final int FLOOR = 16;
    private static final long SHRINK_EVERY_NANOS = 100_000_000L;
    private static final int SLOW_SHARE = 4;

    private final int ceiling;
    private final LongSupplier nanoTime;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private volatile double limit;
    private long lastShrink;

    /** A limit that starts at its ceiling. */
    public ConcurrencyLimit(int ceiling, LongSupplier nanoTime) {
        this.ceiling = ceiling;
        this.limit = ceiling;
        this.nanoTime = nanoTime;
        this.lastShrink = nanoTime.getAsLong();
    }

    /** Whether there is a place for this priority now; if not, the request counts as turned away. */
    public boolean hasRoom(Priority priority) {
        if (inFlight.get() < places(priority)) {
            return true;
        }
        refused.increment();
        return false;
    }

    /** Takes a place, if there is one for this priority. Every place taken is given back by {@link #leave}. */
    public boolean enter(Priority priority) {
        if (inFlight.incrementAndGet() > places(priority)) {
            inFlight.decrementAndGet();
            refused.increment();
            return false;
        }
        return true;
    }

    /** Gives a place back. */
    public void leave() {
        inFlight.decrementAndGet();
    }

    /**
     * Learns from an answer.
     *
     * @param tookNanos from sending the request to the head of the answer
     * @param allowed what the route allows
     */
    public void answered(long tookNanos, Duration allowed) {
        if (tookNanos * SLOW_SHARE > allowed.toNanos()) {
            shrink();
        } else if (limit < ceiling) {
            grow();
        }
    }

    private synchronized void shrink() {
        long now = nanoTime.getAsLong();
        if (now - lastShrink >= SHRINK_EVERY_NANOS) {
            lastShrink = now;
            limit = Math.max(FLOOR, limit * 0.9);
        }
    }

    private synchronized void grow() {
        limit = Math.min(ceiling, limit + 8 / limit);
    }

    /** Requests that are with the service now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** The bound now. */
    public double limit() {
        return limit;
    }

    /** Requests turned away so far. */
    public double refused() {
        return refused.doubleValue();
    }

    private double places(Priority priority) {
        return Math.max(1, limit * share(priority));
    }

    private static double share(Priority priority) {
        return switch (priority) {
            case LOW -> 0.6;
            case NORMAL -> 0.85;
            case CRITICAL -> 1;
        };
    }
}
