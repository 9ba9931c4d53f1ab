package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Tells the other services what came of payments. */
@ApplicationScoped
class PaymentEvents {

    private final Outbox outbox;

    PaymentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells of a payment that is settled, within the transaction that settles it. */
    void settled(Payment payment) {
        if (payment.status == PaymentStatus.SUCCEEDED) {
            outbox.append("payment.succeeded", payment.id, succeeded(payment));
        } else {
            String reason = payment.failure == null ? "cancelled" : payment.failure;
            outbox.append(
                    "payment.failed",
                    payment.id,
                    new Failed(payment.id, payment.shopId, payment.appointmentId, reason));
        }
    }

    private static Succeeded succeeded(Payment payment) {
        return new Succeeded(
                payment.id,
                payment.shopId,
                payment.appointmentId,
                payment.purpose,
                payment.money(payment.amount),
                payment.tip == 0 ? null : payment.money(payment.tip),
                payment.settledAt);
    }

    private record Succeeded(
            UUID paymentId,
            UUID shopId,
            UUID appointmentId,
            Purpose purpose,
            Money amount,
            Money tip,
            Instant occurredAt) {}

    private record Failed(UUID paymentId, UUID shopId, UUID appointmentId, String reason) {}
}
