package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.payment.ledger.AppointmentAccount;
import com.bookedbarber.payment.ledger.AppointmentAccounts;
import com.bookedbarber.payment.ledger.Books;
import com.bookedbarber.payment.payment.PaymentStatus;
import com.bookedbarber.payment.payment.RefundablePayment;
import com.bookedbarber.payment.payment.RefundablePayments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.util.UUID;

/** Parts the money of an appointment that has ended between the client and the shop. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EndedAppointments {

    private static final Logger LOG = Logger.getLogger(EndedAppointments.class);

    private final AppointmentAccounts accounts;
    private final RefundablePayments payments;
    private final RefundRepository refunds;
    private final OpenRefund open;
    private final Books books;

    EndedAppointments(
            AppointmentAccounts accounts,
            RefundablePayments payments,
            RefundRepository refunds,
            OpenRefund open,
            Books books) {
        this.accounts = accounts;
        this.payments = payments;
        this.refunds = refunds;
        this.open = open;
        this.books = books;
    }

    /** Gives back what the booking-service says, tips for a visit that never was, and the rest to the shop. */
    void settle(UUID eventId, Appointment appointment) {
        AppointmentAccount account =
                accounts.openAndLock(appointment.appointmentId(), appointment.shopId(), appointment.currency());
        if (!refunds.isKnown(eventId)) {
            giveBack(eventId, account, appointment);
        }
        accounts.close(account.appointmentId());
        books.release(account, refunds.onTheirWay(account.appointmentId()), Instant.now());
    }

    /** Gives back all that is left of a payment that nobody wants. */
    void giveBack(UUID eventId, UUID paymentId) {
        if (!payments.isKnown(paymentId)) {
            // Trying again will not make it known, and the events behind this one matter.
            LOG.errorf("Event %s asks to give back payment %s, which never was", eventId, paymentId);
            return;
        }
        payments.lockAccount(paymentId);
        RefundablePayment payment = payments.lock(paymentId);
        boolean possible = payment.status() == PaymentStatus.SUCCEEDED && payment.left() > 0;
        if (possible && !refunds.isKnown(eventId)) {
            begin(eventId, payment, payment.keptAmount(), payment.keptTip(), "payment not wanted");
        }
    }

    /** The newest payment first: it is the one the client remembers. */
    private void giveBack(UUID eventId, AppointmentAccount account, Appointment appointment) {
        long amount = appointment.refund() == null ? 0 : appointment.refund().amount();
        long left = amount;
        for (RefundablePayment payment : payments.ofAppointment(account.appointmentId())) {
            long part = Math.min(left, payment.keptAmount());
            long tip = appointment.isCalledOff() ? payment.keptTip() : 0;
            if (part + tip > 0) {
                begin(eventId, payment, part, tip, "appointment " + appointment.status());
                left -= part;
            }
        }
        if (left > 0) {
            LOG.warnf(
                    "Of a refund of %d for appointment %s, %d could not be given back: less was kept",
                    amount, account.appointmentId(), left);
        }
    }

    private void begin(UUID eventId, RefundablePayment payment, long forTheVisit, long tip, String reason) {
        Refund refund = Refund.begin(payment, forTheVisit + tip, tip, reason);
        refund.causeEvent = eventId;
        open.open(payment, refund, Instant.now());
    }
}
