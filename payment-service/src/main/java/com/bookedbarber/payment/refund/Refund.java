package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.payment.RefundablePayment;
import com.bookedbarber.payment.provider.RefundState;
import com.bookedbarber.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Money that goes back to a client, from the moment somebody asked for it. */
@Entity
class Refund {

    @Id
    UUID id;

    UUID paymentId;
    UUID shopId;
    long amount;
    long tip;
    String currency;
    RefundStatus status;
    String reason;
    UUID causeEvent;
    String providerRef;
    String requestCaller;
    String requestKey;

    @Version
    long version;

    Instant createdAt;
    Instant settledAt;

    Refund() {}

    /**
     * A refund that is about to be asked for; in minor units.
     *
     * @param tip which part of the amount gives back the tip
     */
    static Refund begin(RefundablePayment payment, long amount, long tip, String reason) {
        Refund refund = new Refund();
        refund.id = Ids.next();
        refund.paymentId = payment.paymentId();
        refund.shopId = payment.shopId();
        refund.amount = amount;
        refund.tip = tip;
        refund.currency = payment.currency();
        refund.status = RefundStatus.PROCESSING;
        refund.reason = reason;
        refund.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return refund;
    }

    /** Takes over what the provider says; true if that settles it. */
    boolean take(RefundState state) {
        if (state.ref() != null) {
            providerRef = state.ref();
        }
        return switch (state.outcome()) {
            case PENDING -> false;
            case SUCCEEDED -> settle(RefundStatus.SUCCEEDED);
            case FAILED -> settle(RefundStatus.FAILED);
        };
    }

    private boolean settle(RefundStatus end) {
        status = end;
        settledAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return true;
    }
}
