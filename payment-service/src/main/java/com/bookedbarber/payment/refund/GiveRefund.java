package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.PaymentConfig;
import com.bookedbarber.payment.payment.PaymentStatus;
import com.bookedbarber.payment.payment.RefundablePayment;
import com.bookedbarber.payment.payment.RefundablePayments;
import com.bookedbarber.payment.provider.ProviderUnreachable;
import com.bookedbarber.payment.provider.RefundState;
import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Gives money back because somebody of the shop says so, in the same two steps as a payment is taken. */
@ApplicationScoped
class GiveRefund {

    private final Idempotency idempotency;
    private final RefundablePayments payments;
    private final OpenRefund open;
    private final RefundSettlement settlement;
    private final PaymentConfig config;

    GiveRefund(
            Idempotency idempotency,
            RefundablePayments payments,
            OpenRefund open,
            RefundSettlement settlement,
            PaymentConfig config) {
        this.idempotency = idempotency;
        this.payments = payments;
        this.open = open;
        this.settlement = settlement;
        this.config = config;
    }

    /**
     * Gives the refund, or the answer it had before.
     *
     * @param key the Idempotency-Key header
     * @throws ProblemException 409 when the payment did not succeed or less is left of it
     */
    Answer give(String key, UUID paymentId, NewRefund wanted) {
        KeyedRequest request = idempotency.request(key, "POST /payments/" + paymentId + "/refunds", wanted);
        AtomicReference<UUID> begun = new AtomicReference<>();
        Optional<Answer> known = idempotency.begin(request, () -> begun.set(begin(request, paymentId, wanted)));
        return known.isPresent() ? known.get() : ask(begun.get(), request);
    }

    private UUID begin(KeyedRequest request, UUID paymentId, NewRefund wanted) {
        payments.lockAccount(paymentId);
        RefundablePayment payment = payments.lock(paymentId);
        long amount = amount(payment, wanted);
        // The tip goes back last.
        long tip = Math.max(0, amount - payment.keptAmount());
        Refund refund = Refund.begin(payment, amount, tip, wanted.reason());
        refund.requestCaller = request.caller();
        refund.requestKey = request.key().value();
        open.open(payment, refund, Instant.now().plus(config.recoverAfter()));
        return refund.id;
    }

    private Answer ask(UUID refundId, KeyedRequest request) {
        try {
            settlement.askAndSettle(refundId);
        } catch (ProviderUnreachable unknown) {
            settlement.settle(refundId, new RefundState(RefundState.Outcome.PENDING, null));
        }
        Answer kept = idempotency.replay(request).orElseThrow();
        return new Answer(kept.status(), kept.headers(), kept.body(), false);
    }

    private static long amount(RefundablePayment payment, NewRefund wanted) {
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new ProblemException(ErrorCode.ILLEGAL_STATE, "Only a payment that has succeeded can be refunded.")
                    .with("paymentStatus", payment.status());
        }
        if (wanted.amount() != null && !wanted.amount().currency().equals(payment.currency())) {
            throw ProblemException.invalid("amount.currency", "must be the payment's, " + payment.currency());
        }
        long amount = wanted.amount() == null ? payment.left() : wanted.amount().amount();
        if (amount > payment.left() || payment.left() == 0) {
            throw new ProblemException(
                            ErrorCode.REFUND_TOO_LARGE,
                            "At most " + payment.left() + " (" + payment.currency()
                                    + ", minor units) can be given back.")
                    .with("left", payment.left());
        }
        if (amount == 0) {
            throw ProblemException.invalid("amount.amount", "must be more than zero");
        }
        return amount;
    }
}
