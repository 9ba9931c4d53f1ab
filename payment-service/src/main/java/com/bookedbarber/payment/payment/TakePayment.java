package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentConfig;
import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.payment.appointment.Appointments;
import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.payment.provider.ProviderUnreachable;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a payment in two steps, so that a process that dies at any moment charges once: first it is written down that
 * the provider will be asked, then the provider is asked, then its answer is written down. What a dead process leaves
 * in between, {@link ResumePayment} finishes with the same key at the provider.
 */
@ApplicationScoped
class TakePayment {

    private final Idempotency idempotency;
    private final Appointments appointments;
    private final OpenPayment open;
    private final PaymentRepository payments;
    private final Providers providers;
    private final Settlement settlement;
    private final Jobs jobs;
    private final PaymentConfig config;

    TakePayment(
            Idempotency idempotency,
            Appointments appointments,
            OpenPayment open,
            PaymentRepository payments,
            Providers providers,
            Settlement settlement,
            Jobs jobs,
            PaymentConfig config) {
        this.idempotency = idempotency;
        this.appointments = appointments;
        this.open = open;
        this.payments = payments;
        this.providers = providers;
        this.settlement = settlement;
        this.jobs = jobs;
        this.config = config;
    }

    /**
     * Takes the payment, or gives the answer it had before.
     *
     * @param key the Idempotency-Key header
     * @param manageToken a guest's; empty for the signed-in
     */
    Answer take(String key, Optional<String> manageToken, NewPayment wanted) {
        // The manage token is part of what is asked: another guest who happens to use the same key learns nothing.
        KeyedRequest request = idempotency.request(key, "POST /payments " + manageToken.orElse(""), wanted);
        Optional<Answer> known = idempotency.replay(request);
        return known.isPresent() ? known.get() : takeNew(request, manageToken, wanted);
    }

    private Answer takeNew(KeyedRequest request, Optional<String> manageToken, NewPayment wanted) {
        requireKnownMethod(wanted);
        Appointment appointment = appointments.ofCaller(wanted.appointmentId(), manageToken);
        UUID id = Ids.next();
        String requestId = Objects.toString(MDC.get(RequestId.MDC_KEY), null);
        Optional<Answer> known = idempotency.begin(request, () -> {
            open.open(Payment.begin(id, wanted.purpose(), request, requestId), wanted, appointment);
            jobs.schedule(ResumePayment.TASK, id.toString(), id, Instant.now().plus(config.recoverAfter()));
        });
        return known.isPresent() ? known.get() : charge(id, request);
    }

    private Answer charge(UUID id, KeyedRequest request) {
        settlement.settle(id, ask(payments.read(id)));
        Answer kept = idempotency.replay(request).orElseThrow();
        return new Answer(kept.status(), kept.headers(), kept.body(), false);
    }

    private Charge ask(Payment payment) {
        try {
            return providers.ask(payment.provider, "charge", provider -> provider.charge(payment.chargeRequest()));
        } catch (ProviderUnreachable unknown) {
            return Charge.pending(null);
        }
    }

    private void requireKnownMethod(NewPayment wanted) {
        if (wanted.giftCardCode() != null) {
            throw new ProblemException(ErrorCode.RULE_VIOLATED, "Gift cards cannot be redeemed yet.");
        }
        if (!providers.current().accepts(wanted.method().token())) {
            throw ProblemException.invalid("method.token", "must be a token of the payment provider");
        }
    }
}
