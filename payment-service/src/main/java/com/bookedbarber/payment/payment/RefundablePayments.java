package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.ledger.AppointmentAccount;
import com.bookedbarber.payment.ledger.AppointmentAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.UUID;

/** What refunds have to know of payments, and to change in them; amounts in minor units. */
@ApplicationScoped
public class RefundablePayments {

    private final PaymentRepository payments;
    private final AppointmentAccounts accounts;

    RefundablePayments(PaymentRepository payments, AppointmentAccounts accounts) {
        this.payments = payments;
        this.accounts = accounts;
    }

    /** The payment, for reading only; 404 if there is none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public RefundablePayment read(UUID paymentId) {
        return refundable(payments.require(paymentId));
    }

    /** Whether there is such a payment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isKnown(UUID paymentId) {
        return payments.findByIdOptional(paymentId).isPresent();
    }

    /** The account of the payment's appointment, locked; 404 if there is no such payment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AppointmentAccount lockAccount(UUID paymentId) {
        return accounts.lock(payments.require(paymentId).appointmentId);
    }

    /** The payment, locked until the transaction ends; its appointment's account has to be locked before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RefundablePayment lock(UUID paymentId) {
        return refundable(payments.lock(paymentId));
    }

    /** The payments that money can be given back of, newest first; the appointment's account has to be locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RefundablePayment> ofAppointment(UUID appointmentId) {
        return payments.ofAppointment(appointmentId).stream()
                .filter(payment -> payment.status == PaymentStatus.SUCCEEDED && payment.refundable() > 0)
                .map(RefundablePayments::refundable)
                .toList();
    }

    /** A refund begins: the database refuses one that exceeds what is left. The tip is a part of the amount. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void claim(UUID paymentId, long amount, long tip) {
        Payment payment = payments.lock(paymentId);
        payment.refundClaimed += amount;
        payment.tipClaimed += tip;
        payments.flush();
    }

    /** A refund that was claimed is done. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refunded(UUID paymentId, long amount) {
        payments.lock(paymentId).refunded += amount;
        payments.flush();
    }

    /** A refund that was claimed will not be. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unclaim(UUID paymentId, long amount, long tip) {
        Payment payment = payments.lock(paymentId);
        payment.refundClaimed -= amount;
        payment.tipClaimed -= tip;
        payments.flush();
    }

    private static RefundablePayment refundable(Payment payment) {
        return new RefundablePayment(
                payment.id,
                payment.shopId,
                payment.appointmentId,
                payment.currency,
                payment.provider,
                payment.providerRef,
                payment.status,
                payment.keptAmount(),
                payment.keptTip());
    }
}
