package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.cancellation.CancellationOutcome;
import com.bookedbarber.platform.money.Money;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What cancelling would come to.
 *
 * @param ground what decides: {@code tier}, {@code first-visit-grace} or {@code emergency}
 * @param at the moment it was figured out for
 */
record CancellationPreview(
        UUID appointmentId, Money paid, Money refund, Money fee, Money kept, String ground, Tier tier, Instant at) {

    /** The tier that the notice reaches. */
    record Tier(int hoursBefore, int refundPercent, Money fee) {}

    static CancellationPreview of(Appointment appointment, CancellationOutcome outcome, Instant at) {
        String currency = appointment.charges().currency();
        return new CancellationPreview(
                appointment.id(),
                Money.of(appointment.charges().paid(), currency),
                Money.of(outcome.refund(), currency),
                Money.of(outcome.fee(), currency),
                Money.of(outcome.kept(), currency),
                outcome.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new Tier(
                        outcome.tier().hoursBefore(),
                        outcome.tier().refundPercent(),
                        Money.of(outcome.tier().fee(), currency)),
                at);
    }
}
