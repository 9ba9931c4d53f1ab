package com.bookedbarber.payment.appointment;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import java.util.Set;
import java.util.UUID;

/**
 * What the booking-service tells of an appointment, as far as money is concerned.
 *
 * @param clientId null for a guest
 * @param status {@code held}, {@code confirmed}, {@code checked-in}, {@code completed}, {@code cancelled},
 *     {@code no-show}, {@code expired}
 * @param price of the whole visit
 * @param deposit what has to be paid before the visit; a part of the price
 * @param paid what the booking-service knows to be paid, without tips
 * @param refund what has to be given back; only in events that end an appointment, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Appointment(
        UUID appointmentId,
        UUID shopId,
        UUID clientId,
        String status,
        Money price,
        Money deposit,
        Money paid,
        Money refund) {

    private static final Set<String> CALLED_OFF = Set.of("cancelled", "no-show", "expired");

    /** Whether there will be no visit, so that nothing can be paid for it. */
    public boolean isCalledOff() {
        return CALLED_OFF.contains(status);
    }

    /** Whether the visit is over. */
    public boolean isOver() {
        return status.equals("completed");
    }

    /** The ISO 4217 code of everything about it. */
    public String currency() {
        return price.currency();
    }
}
