package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.UUID;

/** Has payments looked after ahead of their time. */
@ApplicationScoped
public class PaymentFollowUp {

    private final PaymentRepository payments;
    private final Jobs jobs;

    PaymentFollowUp(PaymentRepository payments, Jobs jobs) {
        this.payments = payments;
        this.jobs = jobs;
    }

    /**
     * The provider is asked soon what has become of the payment, if there is such a payment and it is under way; part
     * of the running transaction.
     *
     * @param reason tells this time from others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lookSoon(UUID paymentId, String reason) {
        payments.findByIdOptional(paymentId)
                .filter(payment -> payment.status.isUnderWay())
                .ifPresent(payment ->
                        jobs.schedule(ResumePayment.TASK, paymentId + "/" + reason, paymentId, Instant.now()));
    }
}
