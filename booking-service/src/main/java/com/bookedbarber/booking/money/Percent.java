package com.bookedbarber.booking.money;

/**
 * A share of an amount of money.
 *
 * @param value 0 to 100
 */
public record Percent(int value) {

    private static final int WHOLE = 100;

    /** A share from nothing to all. */
    public Percent {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("a percentage is 0 to 100, not " + value);
        }
    }

    /** The share of a non-negative amount in minor units, rounded half up to a whole one. */
    public long of(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a share of a negative amount: " + amount);
        }
        // Split, so that no amount overflows.
        return amount / WHOLE * value + (amount % WHOLE * value + WHOLE / 2) / WHOLE;
    }
}
