package com.bookedbarber.analytics.fact;

import com.bookedbarber.analytics.rollup.Rollups;
import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes in what the payment-service tells, a page at a time. */
@ApplicationScoped
class PaymentFeed implements FeedHandler {

    private final MoneyFacts facts;
    private final Rollups rollups;
    private final ShopZones zones;
    private final ObjectMapper json;

    PaymentFeed(MoneyFacts facts, Rollups rollups, ShopZones zones, ObjectMapper json) {
        this.facts = facts;
        this.rollups = rollups;
        this.zones = zones;
        this.json = json;
    }

    @Override
    public String source() {
        return "payment-service";
    }

    @Override
    public void handle(CloudEvent event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<CloudEvent> events) {
        List<MoneyFacts.PaymentFact> payments = new ArrayList<>();
        List<MoneyFacts.RefundFact> refunds = new ArrayList<>();
        for (CloudEvent event : events) {
            switch (event.getType()) {
                case "payment.succeeded" -> payments.add(fact(Events.data(event, PaymentSucceeded.class, json)));
                case "payment.refunded" -> refunds.add(fact(Events.data(event, PaymentRefunded.class, json)));
                default -> {
                    // No money moved.
                }
            }
        }
        Set<UUID> visits = new HashSet<>();
        Set<UUID> shops = new HashSet<>();
        payments.forEach(payment -> {
            visits.add(payment.visitId());
            shops.add(payment.shopId());
        });
        refunds.forEach(refund -> {
            visits.add(refund.visitId());
            shops.add(refund.shopId());
        });
        rollups.change(visits, List.of(), () -> facts.write(payments, refunds));
        rollups.touch(shops);
    }

    private MoneyFacts.PaymentFact fact(PaymentSucceeded paid) {
        return new MoneyFacts.PaymentFact(
                paid.paymentId(),
                paid.appointmentId() == null ? paid.paymentId() : paid.appointmentId(),
                paid.shopId(),
                day(paid.shopId(), paid.occurredAt()),
                paid.amount().amount(),
                paid.tip() == null ? 0 : paid.tip().amount(),
                paid.occurredAt());
    }

    private MoneyFacts.RefundFact fact(PaymentRefunded refunded) {
        return new MoneyFacts.RefundFact(
                refunded.refundId(),
                refunded.paymentId(),
                refunded.appointmentId() == null ? refunded.paymentId() : refunded.appointmentId(),
                refunded.shopId(),
                day(refunded.shopId(), refunded.occurredAt()),
                refunded.amount().amount(),
                refunded.tip() == null ? 0 : refunded.tip().amount(),
                refunded.occurredAt());
    }

    private LocalDate day(UUID shopId, Instant at) {
        return LocalDate.ofInstant(at, zones.of(shopId));
    }

    /** A payment that succeeded; the amount is without the tip. */
    record PaymentSucceeded(
            UUID paymentId, UUID shopId, UUID appointmentId, Money amount, Money tip, Instant occurredAt) {}

    /** Money paid back; of the amount, the tip was none of the shop's. */
    record PaymentRefunded(
            UUID refundId,
            UUID paymentId,
            UUID shopId,
            UUID appointmentId,
            Money amount,
            Money tip,
            Instant occurredAt) {}
}
