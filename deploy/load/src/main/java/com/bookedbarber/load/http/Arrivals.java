package com.bookedbarber.load.http;

import java.util.Random;

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
    long next() {
        at += -Math.log(1 - random.nextDouble()) * nanosBetween;
        return (long) at;
    }
}
