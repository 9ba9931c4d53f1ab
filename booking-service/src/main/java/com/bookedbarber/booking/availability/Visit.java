package com.bookedbarber.booking.availability;

/**
 * What a visit takes of a barber's time.
 *
 * @param durationMinutes from its start to its end, at least 1
 * @param bufferBeforeMinutes kept free before it, at least 0
 * @param bufferAfterMinutes kept free after it, at least 0
 */
public record Visit(int durationMinutes, int bufferBeforeMinutes, int bufferAfterMinutes) {

    private static final long MILLIS_PER_MINUTE = 60_000L;

    /** A visit of at least a minute. */
    public Visit {
        if (durationMinutes < 1 || bufferBeforeMinutes < 0 || bufferAfterMinutes < 0) {
            throw new IllegalArgumentException("a visit takes time, and its buffers are not negative");
        }
    }

    long durationMillis() {
        return durationMinutes * MILLIS_PER_MINUTE;
    }

    long beforeMillis() {
        return bufferBeforeMinutes * MILLIS_PER_MINUTE;
    }

    long afterMillis() {
        return bufferAfterMinutes * MILLIS_PER_MINUTE;
    }
}
