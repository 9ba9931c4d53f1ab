package com.bookedbarber.booking.cancellation;

/**
 * What a cancellation or a no-show comes to; all amounts in minor units.
 *
 * @param refund what goes back, 0 to what was paid
 * @param fee how much of what is kept is the fee; less than the policy's where less was paid, as nothing is charged anew
 * @param kept what the shop keeps, fee included: paid − refund
 * @param ground what decided
 * @param tier the tier that the notice reached, whatever decided
 */
public record CancellationOutcome(long refund, long fee, long kept, Ground ground, CancellationTier tier) {

    /** What decided the outcome. */
    public enum Ground {
        TIER,
        FIRST_VISIT_GRACE,
        EMERGENCY,
        NO_SHOW
    }

    static CancellationOutcome inFull(long paid, Ground ground, CancellationTier tier) {
        return new CancellationOutcome(paid, 0, 0, ground, tier);
    }
}
