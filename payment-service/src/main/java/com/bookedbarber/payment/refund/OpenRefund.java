package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.payment.RefundablePayment;
import com.bookedbarber.payment.payment.RefundablePayments;
import com.bookedbarber.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;

/** Writes down a refund that is about to be asked for. */
@ApplicationScoped
class OpenRefund {

    private final RefundRepository refunds;
    private final RefundablePayments payments;
    private final Jobs jobs;

    OpenRefund(RefundRepository refunds, RefundablePayments payments, Jobs jobs) {
        this.refunds = refunds;
        this.payments = payments;
        this.jobs = jobs;
    }

    /**
     * Stores the refund within the running transaction; the appointment's account has to be locked.
     *
     * @param lookAfterAt when to do or finish it, if nobody has by then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void open(RefundablePayment payment, Refund refund, Instant lookAfterAt) {
        payments.claim(payment.paymentId(), refund.amount, refund.tip);
        refunds.persistAndFlush(refund);
        jobs.schedule(ResumeRefund.TASK, refund.id.toString(), refund.id, lookAfterAt);
    }
}
