package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.ledger.AppointmentAccount;
import com.bookedbarber.payment.ledger.Books;
import com.bookedbarber.payment.payment.RefundablePayment;
import com.bookedbarber.payment.payment.RefundablePayments;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.payment.provider.RefundRequest;
import com.bookedbarber.payment.provider.RefundState;
import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.money.Money;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks the provider for a refund and writes down what it said: state, ledger entries, event and answer in one
 * transaction. Whoever comes with the same news later changes nothing.
 *
 * <p>Counted as {@code bb_refunds_total{status}}.
 */
@ApplicationScoped
class RefundSettlement {

    private final RefundRepository refunds;
    private final RefundablePayments payments;
    private final Providers providers;
    private final Books books;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final MeterRegistry meters;

    RefundSettlement(
            RefundRepository refunds,
            RefundablePayments payments,
            Providers providers,
            Books books,
            Outbox outbox,
            Idempotency idempotency,
            MeterRegistry meters) {
        this.refunds = refunds;
        this.payments = payments;
        this.providers = providers;
        this.books = books;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.meters = meters;
    }

    /** The refund after the provider was asked, for the first time or again; asking again moves nothing. */
    Refund askAndSettle(UUID refundId) {
        Refund refund = refunds.read(refundId);
        RefundablePayment payment = payments.read(refund.paymentId);
        RefundState state = providers.ask(
                payment.provider(),
                "refund",
                provider -> refund.providerRef == null
                        ? provider.refund(new RefundRequest(
                                refund.id, payment.providerRef(), Money.of(refund.amount, refund.currency)))
                        : provider.lookAtRefund(refund.providerRef));
        return settle(refundId, state);
    }

    /** The refund after the news. */
    Refund settle(UUID refundId, RefundState state) {
        Outcome outcome = QuarkusTransaction.requiringNew().call(() -> record(refundId, state));
        if (outcome.settledNow()) {
            meters.counter("bb.refunds", "status", outcome.refund().status.wireName())
                    .increment();
        }
        return outcome.refund();
    }

    private Outcome record(UUID refundId, RefundState state) {
        AppointmentAccount account = payments.lockAccount(refunds.read(refundId).paymentId);
        Refund refund = refunds.lock(refundId);
        boolean settledNow = refund.status == RefundStatus.PROCESSING && refund.take(state);
        refunds.flush();
        if (settledNow && refund.status == RefundStatus.SUCCEEDED) {
            succeed(account, refund);
        } else if (settledNow) {
            fail(account, refund);
        }
        if (refund.requestKey != null) {
            idempotency.complete(
                    refund.requestCaller, new IdempotencyKey(refund.requestKey), RefundAnswer.toRequestFor(refund));
        }
        return new Outcome(refund, settledNow);
    }

    private void succeed(AppointmentAccount account, Refund refund) {
        payments.refunded(refund.paymentId, refund.amount);
        books.refunded(account, refund.paymentId, refund.id, refund.amount, refund.tip, refund.settledAt);
        outbox.append("payment.refunded", refund.paymentId, event(account, refund));
    }

    /** Nothing went back: it can be claimed again, and if the visit is over the shop keeps it until then. */
    private void fail(AppointmentAccount account, Refund refund) {
        payments.unclaim(refund.paymentId, refund.amount, refund.tip);
        if (account.closed()) {
            books.release(account, refunds.onTheirWay(account.appointmentId()), refund.settledAt);
        }
    }

    private static Refunded event(AppointmentAccount account, Refund refund) {
        return new Refunded(
                refund.id,
                refund.paymentId,
                refund.shopId,
                account.appointmentId(),
                Money.of(refund.amount, refund.currency),
                refund.tip == 0 ? null : Money.of(refund.tip, refund.currency),
                refund.reason,
                refund.settledAt);
    }

    private record Refunded(
            UUID refundId,
            UUID paymentId,
            UUID shopId,
            UUID appointmentId,
            Money amount,
            Money tip,
            String reason,
            Instant occurredAt) {}

    private record Outcome(Refund refund, boolean settledNow) {}
}
