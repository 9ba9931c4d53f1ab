package com.bookedbarber.payment.payment;

/** Decides how much is still to be paid for an appointment; all in minor units of its currency. */
final class AmountOwed {

    private AmountOwed() {}

    /**
     * What is owed, or zero.
     *
     * <p>Both the booking-service and we know of payments; the booking-service hears of ours a moment later, so the
     * larger sum counts, and nobody pays twice.
     *
     * @param deposit what has to be paid before the visit, a part of the price
     * @param paidToBooking what the booking-service knows to be paid
     * @param paidHere what was paid here and not given back
     */
    static long of(Purpose purpose, long price, long deposit, long paidToBooking, long paidHere) {
        long due = purpose == Purpose.DEPOSIT ? deposit : price;
        return Math.max(0, due - Math.max(paidToBooking, paidHere));
    }
}
