package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.Problem;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.version.IfMatch;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A payment as clients see it.
 *
 * @param amount for the visit
 * @param tip beside the amount
 * @param refunded what was given back, of amount and tip
 * @param failure why it failed, such as {@code card-declined}; else missing
 * @param clientSecret only while the status is {@code requires-action}
 */
@Schema(name = "Payment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentAnswer(
        UUID id,
        UUID shopId,
        UUID appointmentId,
        Purpose purpose,
        PaymentStatus status,
        Money amount,
        Money tip,
        Money refunded,
        String failure,
        String clientSecret,
        Instant createdAt,
        long version) {

    static final String PATH = "/api/v1/payments";

    static PaymentAnswer of(Payment payment) {
        return new PaymentAnswer(
                payment.id,
                payment.shopId,
                payment.appointmentId,
                payment.purpose,
                payment.status,
                payment.money(payment.amount),
                payment.money(payment.tip),
                payment.money(payment.refunded),
                payment.failure,
                payment.clientSecret,
                payment.createdAt,
                payment.version);
    }

    /** What the request for the payment is answered. The same payment always makes the same answer. */
    static Answer toRequestFor(Payment payment) {
        if (payment.status == PaymentStatus.FAILED) {
            return Answer.of(declined(payment));
        }
        return Answer.created(PATH + "/" + payment.id, of(payment)).with("ETag", IfMatch.etag(payment.version));
    }

    /** The failure of a payment that failed. */
    static ProblemException failure(Payment payment) {
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.slug().equals(payment.failure))
                .findFirst()
                .orElse(ErrorCode.CARD_DECLINED);
        return new ProblemException(code, "No money was taken; pay with another card.").with("paymentId", payment.id);
    }

    private static Problem declined(Payment payment) {
        return failure(payment).toProblem(PATH, payment.requestId);
    }
}
