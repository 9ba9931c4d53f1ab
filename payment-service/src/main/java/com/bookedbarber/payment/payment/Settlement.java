package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.ledger.AppointmentAccount;
import com.bookedbarber.payment.ledger.AppointmentAccounts;
import com.bookedbarber.payment.ledger.Books;
import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/**
 * Writes down what the provider said: the payment's state, the ledger entries, the event and the answer to the client,
 * all in one transaction. Whoever comes with the same news later changes nothing.
 *
 * <p>Counted as {@code bb_payments_total{purpose,status}}.
 */
@ApplicationScoped
class Settlement {

    private final PaymentRepository payments;
    private final AppointmentAccounts accounts;
    private final Books books;
    private final PaymentEvents events;
    private final Idempotency idempotency;
    private final MeterRegistry meters;

    Settlement(
            PaymentRepository payments,
            AppointmentAccounts accounts,
            Books books,
            PaymentEvents events,
            Idempotency idempotency,
            MeterRegistry meters) {
        this.payments = payments;
        this.accounts = accounts;
        this.books = books;
        this.events = events;
        this.idempotency = idempotency;
        this.meters = meters;
    }

    /** The payment after the news. */
    Payment settle(UUID paymentId, Charge charge) {
        Outcome outcome = QuarkusTransaction.requiringNew().call(() -> record(paymentId, charge));
        Payment payment = outcome.payment();
        if (outcome.changed()) {
            meters.counter("bb.payments", "purpose", payment.purpose.wireName(), "status", payment.status.wireName())
                    .increment();
        }
        return payment;
    }

    private Outcome record(UUID paymentId, Charge charge) {
        AppointmentAccount account = accounts.lock(payments.require(paymentId).appointmentId);
        Payment payment = payments.lock(paymentId);
        boolean changed = payment.status.isUnderWay() && payment.take(charge);
        payments.flush();
        if (changed && !payment.status.isUnderWay()) {
            book(account, payment);
        }
        idempotency.complete(
                payment.requestCaller, new IdempotencyKey(payment.requestKey), PaymentAnswer.toRequestFor(payment));
        return new Outcome(payment, changed);
    }

    private void book(AppointmentAccount account, Payment payment) {
        if (payment.status == PaymentStatus.SUCCEEDED) {
            books.paid(account, payment.id, payment.amount, payment.tip, payment.settledAt);
        }
        events.settled(payment);
    }

    private record Outcome(Payment payment, boolean changed) {}
}
