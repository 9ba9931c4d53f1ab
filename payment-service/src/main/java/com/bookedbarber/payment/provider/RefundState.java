package com.bookedbarber.payment.provider;

/**
 * What came of a refund.
 *
 * @param ref the provider's name for it; may be null if it failed
 */
public record RefundState(Outcome outcome, String ref) {

    /** How far it is. */
    public enum Outcome {
        SUCCEEDED,
        PENDING,
        FAILED
    }
}
