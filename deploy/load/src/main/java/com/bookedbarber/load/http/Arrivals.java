package com.bookedbarber.load.http;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Times at which requests arrive: independent of each other, so many in a second on average (a Poisson process). */
final class Arrivals {

    private final double nanosBetween;
    private final Random random;
    private double at;

    Arrivals(long begin, double perSecond, long seed) {
        this.nanosBetween = perSecond > 0 ? 1e9 / perSecond : 0;
        this.random = new Random(seed);
        this.at = begin;
    }

    /** When the next one is due, on the clock of {@link System#nanoTime()}. */
    synchronized long next() {
        at += -Math.log(1 - random.nextDouble()) * nanosBetween;
        return (long) at;
    }

    /**
     * Waits until then. A request that was due already counts from when it was due; one that is sent in time counts
     * from when it is sent, so that the imprecision of sleeping is not blamed on the server.
     */
    long await(long due) {
        long now = System.nanoTime();
        if (now >= due) {
            return due;
        }
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now;
    }
}
