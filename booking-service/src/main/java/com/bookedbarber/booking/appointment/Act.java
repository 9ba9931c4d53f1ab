package com.bookedbarber.booking.appointment;

/**
 * Who does something to an appointment, and why.
 *
 * @param actor a user's id, {@code guest}, or the service that does it by itself
 * @param action such as {@code cancel}
 * @param reason in their own words, or null
 */
record Act(String actor, String action, String reason) {

    static final String GUEST = "guest";

    /** The action of moving it to another time. */
    static final String RESCHEDULE = "reschedule";

    /** Something this service does by itself. */
    static Act ofItself(String action, String reason) {
        return new Act("booking-service", action, reason);
    }

    /** Something the payment-service told us of. */
    static Act ofPayment(String action, String reason) {
        return new Act("payment-service", action, reason);
    }
}
