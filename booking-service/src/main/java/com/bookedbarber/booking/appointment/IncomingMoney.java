package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Counts what clients have paid. Each payment and each refund counts once, however often it is told. */
@ApplicationScoped
@Transactional
public class IncomingMoney {

    private final Appointments appointments;
    private final AppointmentMoves moves;
    private final Outbox outbox;
    private final Sql sql;

    IncomingMoney(Appointments appointments, AppointmentMoves moves, Outbox outbox, Sql sql) {
        this.appointments = appointments;
        this.moves = moves;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** Takes a payment for a live appointment, and says so when nobody can use it any more. */
    public void received(UUID paymentId, UUID shopId, UUID appointmentId, Money amount, Instant at) {
        Optional<Appointment> live = appointments
                .lockInTurn(appointmentId, null)
                .filter(appointment -> appointment.status().isLive()
                        && appointment.charges().currency().equals(amount.currency()));
        if (isCounted(paymentId)) {
            // Told again; what became of the appointment since then is no reason to send the money back.
            return;
        }
        if (live.isEmpty()) {
            outbox.append(
                    "booking.payment.unwanted", appointmentId, new Unwanted(appointmentId, shopId, paymentId, amount));
        } else if (isNew(paymentId, appointmentId, amount, at)) {
            moves.pay(live.get(), amount.amount());
        }
    }

    /** Counts a refund of a payment that was counted; the amount without the tip, which never was. */
    public void paidBack(UUID refundId, UUID paymentId, Money amount) {
        Optional<UUID> appointmentId = sql.one(
                "SELECT appointment_id FROM appointment_payment WHERE payment_id = ? FOR UPDATE",
                row -> row.getObject(1, UUID.class),
                paymentId);
        if (appointmentId.isEmpty() || !isNewRefund(refundId, paymentId, amount)) {
            return;
        }
        long counted =
                sql.one("""
                        UPDATE appointment_payment SET refunded = least(amount, refunded + ?) WHERE payment_id = ?
                        RETURNING new.refunded - old.refunded
                        """, row -> row.getLong(1), amount.amount(), paymentId).orElseThrow();
        if (counted > 0) {
            moves.payBack(appointments.lockInTurn(appointmentId.get(), null).orElseThrow(), counted);
        }
    }

    private boolean isCounted(UUID paymentId) {
        return sql.one("SELECT 1 FROM appointment_payment WHERE payment_id = ?", row -> true, paymentId)
                .isPresent();
    }

    private boolean isNew(UUID paymentId, UUID appointmentId, Money amount, Instant at) {
        return sql.update("""
                        INSERT INTO appointment_payment (payment_id, appointment_id, amount, occurred_at)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """, paymentId, appointmentId, amount.amount(), at) == 1;
    }

    private boolean isNewRefund(UUID refundId, UUID paymentId, Money amount) {
        return sql.update(
                        "INSERT INTO appointment_refund (refund_id, payment_id, amount) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        refundId,
                        paymentId,
                        amount.amount())
                == 1;
    }

    record Unwanted(UUID appointmentId, UUID shopId, UUID paymentId, Money amount) {}
}
