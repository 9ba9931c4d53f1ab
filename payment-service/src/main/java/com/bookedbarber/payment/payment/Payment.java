package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.payment.provider.ChargeRequest;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A payment for an appointment, from the moment somebody asked for it; see its table for what can never be. */
@Entity
class Payment {

    @Id
    UUID id;

    UUID shopId;
    UUID appointmentId;
    UUID clientId;
    Purpose purpose;
    PaymentStatus status;
    long amount;
    long tip;
    String currency;
    long refundClaimed;
    long tipClaimed;
    long refunded;
    String failure;
    String provider;
    String providerRef;
    String clientSecret;
    String methodToken;
    String requestCaller;
    String requestKey;
    String requestId;

    @Version
    long version;

    Instant createdAt;
    Instant settledAt;

    Payment() {}

    /** A payment that is about to be asked for. */
    static Payment begin(UUID id, Purpose purpose, KeyedRequest request, String requestId) {
        Payment payment = new Payment();
        payment.id = id;
        payment.purpose = purpose;
        payment.status = PaymentStatus.PROCESSING;
        payment.requestCaller = request.caller();
        payment.requestKey = request.key().value();
        payment.requestId = requestId;
        payment.createdAt = now();
        return payment;
    }

    /** Takes over what the provider says; true if that changed anything. */
    boolean take(Charge charge) {
        if (charge.ref() != null) {
            providerRef = charge.ref();
        }
        return switch (charge.state()) {
            case PENDING -> false;
            case REQUIRES_ACTION -> requireAction(charge.clientSecret());
            case SUCCEEDED -> settle(PaymentStatus.SUCCEEDED);
            case CANCELLED -> settle(PaymentStatus.CANCELLED);
            case DECLINED -> {
                failure = charge.decline().slug();
                yield settle(PaymentStatus.FAILED);
            }
        };
    }

    private boolean requireAction(String secret) {
        boolean changed = status != PaymentStatus.REQUIRES_ACTION;
        status = PaymentStatus.REQUIRES_ACTION;
        clientSecret = secret;
        return changed;
    }

    private boolean settle(PaymentStatus end) {
        status = end;
        settledAt = now();
        methodToken = null;
        clientSecret = null;
        return true;
    }

    /** What the provider is asked for, now and after a crash. */
    ChargeRequest chargeRequest() {
        return new ChargeRequest(id, money(amount + tip), methodToken);
    }

    /** What can still be given back, in minor units. */
    long refundable() {
        return amount + tip - refundClaimed;
    }

    /** What was paid for the visit and is not given back. */
    long keptAmount() {
        return Math.max(0, amount - (refundClaimed - tipClaimed));
    }

    /** The part of the tip that is not given back. */
    long keptTip() {
        return Math.min(tip - tipClaimed, refundable());
    }

    Money money(long minorUnits) {
        return Money.of(minorUnits, currency);
    }

    /** The database keeps microseconds; with more the cursor of a page would miss its own row. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
