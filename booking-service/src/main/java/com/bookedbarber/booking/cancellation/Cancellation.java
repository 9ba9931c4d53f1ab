package com.bookedbarber.booking.cancellation;

import java.time.Duration;
import java.time.Instant;

/**
 * What a policy has to know of a cancellation.
 *
 * @param paid what was paid and not refunded yet, in minor units, at least 0
 * @param startsAt when the visit would start
 * @param cancelledAt when it is cancelled
 * @param firstVisit whether the client has not been in the shop before
 * @param emergency whether the shop lets the client off, or cancels itself
 */
public record Cancellation(long paid, Instant startsAt, Instant cancelledAt, boolean firstVisit, boolean emergency) {

    /** Time that really passes until the start, whatever clocks do in between; negative after it. */
    Duration notice() {
        return Duration.between(cancelledAt, startsAt);
    }
}
