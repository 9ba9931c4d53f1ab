package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.payment.ledger.AppointmentAccounts;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;

/** Writes down a payment that is about to be asked for, if it is owed and nobody else is paying. */
@ApplicationScoped
class OpenPayment {

    private final PaymentRepository payments;
    private final AppointmentAccounts accounts;
    private final Providers providers;

    OpenPayment(PaymentRepository payments, AppointmentAccounts accounts, Providers providers) {
        this.payments = payments;
        this.accounts = accounts;
        this.providers = providers;
    }

    /**
     * Fills in the rest of the payment and stores it, within the running transaction.
     *
     * @throws ProblemException 409 when nothing is owed, another payment is under way or the appointment is called off;
     *     400 for a tip in another currency
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void open(Payment payment, NewPayment wanted, Appointment appointment) {
        requirePayable(wanted, appointment);
        accounts.openAndLock(appointment.appointmentId(), appointment.shopId(), appointment.currency());
        if (appointment.isOver()) {
            accounts.close(appointment.appointmentId());
        }
        payment.amount = owed(wanted.purpose(), appointment);
        payment.tip = wanted.tipAmount();
        payment.currency = appointment.currency();
        payment.shopId = appointment.shopId();
        payment.appointmentId = appointment.appointmentId();
        payment.clientId = appointment.clientId();
        payment.provider = providers.current().type();
        payment.methodToken = wanted.method().token();
        payments.persistAndFlush(payment);
    }

    private long owed(Purpose purpose, Appointment appointment) {
        List<Payment> before = payments.ofAppointment(appointment.appointmentId());
        before.stream()
                .filter(payment -> payment.status.isUnderWay())
                .findFirst()
                .ifPresent(other -> {
                    throw underWay(other);
                });
        long paidHere = before.stream()
                .filter(payment -> payment.status == PaymentStatus.SUCCEEDED)
                .mapToLong(Payment::keptAmount)
                .sum();
        long owed = AmountOwed.of(
                purpose,
                appointment.price().amount(),
                appointment.deposit() == null ? 0 : appointment.deposit().amount(),
                appointment.paid() == null ? 0 : appointment.paid().amount(),
                paidHere);
        if (owed == 0) {
            throw new ProblemException(ErrorCode.NOTHING_OWED, "The " + purpose.wireName() + " is paid already.");
        }
        return owed;
    }

    private static void requirePayable(NewPayment wanted, Appointment appointment) {
        if (appointment.isCalledOff()) {
            throw new ProblemException(
                            ErrorCode.ILLEGAL_STATE,
                            "The appointment is " + appointment.status() + "; nothing can be paid for it.")
                    .with("appointmentStatus", appointment.status());
        }
        if (wanted.tip() != null && !wanted.tip().currency().equals(appointment.currency())) {
            throw ProblemException.invalid("tip.currency", "must be the appointment's, " + appointment.currency());
        }
    }

    static ProblemException underWay(Payment other) {
        return new ProblemException(
                        ErrorCode.PAYMENT_IN_PROGRESS,
                        other.status == PaymentStatus.REQUIRES_ACTION
                                ? "Confirm or cancel the other payment first."
                                : "Wait for what becomes of the other payment.")
                .with("paymentId", other.id);
    }
}
