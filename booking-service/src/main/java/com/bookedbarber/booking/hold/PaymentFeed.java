package com.bookedbarber.booking.hold;

import com.bookedbarber.booking.appointment.AppointmentMoves;
import com.bookedbarber.booking.appointment.IncomingMoney;
import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Confirms what is paid, and gives back what is not going to be. */
@ApplicationScoped
class PaymentFeed implements FeedHandler {

    private final IncomingMoney money;
    private final AppointmentMoves moves;
    private final ObjectMapper json;

    PaymentFeed(IncomingMoney money, AppointmentMoves moves, ObjectMapper json) {
        this.money = money;
        this.moves = moves;
        this.json = json;
    }

    @Override
    public String source() {
        return "payment-service";
    }

    @Override
    public void handle(CloudEvent event) {
        switch (event.getType()) {
            case "payment.succeeded" -> received(event);
            case "payment.refunded" -> paidBack(Events.data(event, Refunded.class, json));
            case "payment.failed" -> failed(Events.data(event, Failed.class, json));
            default -> {
                // The other events are for others.
            }
        }
    }

    private void received(CloudEvent event) {
        Succeeded payment = Events.data(event, Succeeded.class, json);
        Instant at = payment.occurredAt() == null ? event.getTime().toInstant() : payment.occurredAt();
        money.received(payment.paymentId(), payment.shopId(), payment.appointmentId(), payment.amount(), at);
    }

    private void paidBack(Refunded refund) {
        money.paidBack(refund.refundId(), refund.paymentId(), refund.forTheVisit());
    }

    private void failed(Failed payment) {
        moves.releaseHold(payment.appointmentId(), payment.reason());
    }

    private record Succeeded(UUID paymentId, UUID shopId, UUID appointmentId, Money amount, Instant occurredAt) {}

    /** Money that went back; the tip is a part of the amount, and null where there is none. */
    private record Refunded(UUID refundId, UUID paymentId, Money amount, Money tip) {

        Money forTheVisit() {
            return tip == null ? amount : Money.of(amount.amount() - tip.amount(), amount.currency());
        }
    }

    private record Failed(UUID paymentId, UUID appointmentId, String reason) {}
}
