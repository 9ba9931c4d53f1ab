package com.bookedbarber.payment.payment;

import java.util.UUID;

/**
 * A payment as refunds see it.
 *
 * @param currency the ISO 4217 code of its amounts
 * @param keptAmount in minor units, what was paid for the visit and is not given back, without the tip
 * @param keptTip in minor units, the part of the tip that is not given back
 */
public record RefundablePayment(
        UUID paymentId,
        UUID shopId,
        UUID appointmentId,
        String currency,
        String provider,
        String providerRef,
        PaymentStatus status,
        long keptAmount,
        long keptTip) {

    /** What can be given back at most, in minor units. */
    public long left() {
        return keptAmount + keptTip;
    }
}
