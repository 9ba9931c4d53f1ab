package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentConfig;
import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.payment.provider.PaymentProvider;
import com.bookedbarber.payment.provider.ProviderUnreachable;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** Goes on with a payment that waits for its client, or gives it up. */
@ApplicationScoped
class ApprovePayment {

    private final PaymentRepository payments;
    private final Providers providers;
    private final Settlement settlement;
    private final Jobs jobs;
    private final PaymentConfig config;

    ApprovePayment(
            PaymentRepository payments, Providers providers, Settlement settlement, Jobs jobs, PaymentConfig config) {
        this.payments = payments;
        this.providers = providers;
        this.settlement = settlement;
        this.jobs = jobs;
        this.config = config;
    }

    /**
     * The client has done what was asked of them. Asked again, tells what came of it.
     *
     * @throws ProblemException 402 when the card was declined after all, 409 when the payment was cancelled
     */
    Payment confirm(UUID paymentId) {
        Payment payment =
                moveOn(paymentId, "confirm", (provider, waiting) -> provider.confirm(waiting.providerRef, waiting.id));
        return switch (payment.status) {
            case FAILED -> throw PaymentAnswer.failure(payment);
            case CANCELLED -> throw illegal(payment);
            default -> payment;
        };
    }

    /**
     * The client does not want to go on.
     *
     * @throws ProblemException 409 when it is too late for that
     */
    Payment cancel(UUID paymentId) {
        Payment payment =
                moveOn(paymentId, "cancel", (provider, waiting) -> provider.cancel(waiting.providerRef, waiting.id));
        return switch (payment.status) {
            case CANCELLED, FAILED -> payment;
            case PROCESSING, REQUIRES_ACTION -> throw OpenPayment.underWay(payment);
            case SUCCEEDED -> throw illegal(payment);
        };
    }

    private Payment moveOn(UUID paymentId, String operation, BiFunction<PaymentProvider, Payment, Charge> step) {
        Payment payment = begin(paymentId, operation);
        if (payment.status != PaymentStatus.PROCESSING || payment.providerRef == null) {
            return payment;
        }
        try {
            Charge charge = providers.ask(payment.provider, operation, provider -> step.apply(provider, payment));
            return settlement.settle(paymentId, charge);
        } catch (ProviderUnreachable unknown) {
            return payment;
        }
    }

    /**
     * Writes down that the provider is asked, and has the payment looked after should this process die. Two callers may
     * both get to ask: what the provider did for the first it tells the second.
     */
    private Payment begin(UUID paymentId, String operation) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Payment payment = payments.lock(paymentId);
            if (payment.status == PaymentStatus.REQUIRES_ACTION) {
                payment.status = PaymentStatus.PROCESSING;
                Instant later = Instant.now().plus(config.recoverAfter());
                jobs.schedule(ResumePayment.TASK, paymentId + "/" + operation, paymentId, later);
                payments.flush();
            }
            return payment;
        });
    }

    private static ProblemException illegal(Payment payment) {
        return new ProblemException(
                        ErrorCode.ILLEGAL_STATE,
                        payment.status == PaymentStatus.SUCCEEDED
                                ? "The payment has succeeded; refund it instead."
                                : "The payment was cancelled; make a new one.")
                .with("paymentStatus", payment.status);
    }
}
