package com.bookedbarber.booking.cancellation;

import com.bookedbarber.booking.money.Percent;

/**
 * What cancelling costs from some notice on.
 *
 * @param hoursBefore the tier holds for cancellations at least that many hours before the start
 * @param refundPercent how much of what was paid goes back, 0 to 100
 * @param fee deducted from the refund, in minor units of the shop's currency
 */
public record CancellationTier(int hoursBefore, int refundPercent, long fee) {

    /** A tier within its ranges. */
    public CancellationTier {
        if (hoursBefore < 0 || fee < 0) {
            throw new IllegalArgumentException("hours and fee of a tier are not negative");
        }
        new Percent(refundPercent);
    }
}
