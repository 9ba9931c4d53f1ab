package com.bookedbarber.payment.refund;

import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.version.IfMatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** A refund as clients see it. */
@Schema(name = "Refund")
public record RefundAnswer(
        UUID id, UUID paymentId, Money amount, RefundStatus status, String reason, Instant createdAt) {

    static RefundAnswer of(Refund refund) {
        return new RefundAnswer(
                refund.id,
                refund.paymentId,
                Money.of(refund.amount, refund.currency),
                refund.status,
                refund.reason,
                refund.createdAt);
    }

    /** What the request for the refund is answered. */
    static Answer toRequestFor(Refund refund) {
        return Answer.created("/api/v1/payments/" + refund.paymentId + "/refunds/" + refund.id, of(refund))
                .with("ETag", IfMatch.etag(refund.version));
    }
}
