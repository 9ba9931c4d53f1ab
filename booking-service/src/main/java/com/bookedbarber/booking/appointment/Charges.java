package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.cancellation.CancellationOutcome;

/**
 * What an appointment costs; all amounts in minor units.
 *
 * @param deposit what has to be paid before it is confirmed
 * @param paid what was paid and not paid back
 * @param refund what has to be paid back since it was cancelled or missed; null before
 * @param fee how much of what is kept is a fee; null before
 */
public record Charges(String currency, long price, long deposit, long paid, Long refund, Long fee) {

    static Charges of(String currency, long price, long deposit) {
        return new Charges(currency, price, deposit, 0, null, null);
    }

    /** For another price. What had to be paid in advance was settled by the booking; only a lower price lowers it. */
    Charges forPrice(long newPrice) {
        return new Charges(currency, newPrice, Math.min(deposit, newPrice), paid, refund, fee);
    }

    /** With a payment, or less a refund. */
    Charges withPaid(long difference) {
        return new Charges(currency, price, deposit, Math.max(0, paid + difference), refund, fee);
    }

    Charges settled(CancellationOutcome outcome) {
        return new Charges(currency, price, deposit, paid, outcome.refund(), outcome.fee());
    }

    /** Whether the deposit is paid. */
    boolean isSecured() {
        return paid >= deposit;
    }
}
