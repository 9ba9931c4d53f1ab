package com.bookedbarber.booking.hold;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static org.awaitility.Awaitility.await;

/** What is given back of a payment is not paid any more; a tip never counted as paid. */
@QuarkusTest
class PaidBackTest implements RealStoresTest {

    private final String client = Tokens.client(UUID.randomUUID());
    private final UUID payment = UUID.randomUUID();
    private TestShop shop;
    private String appointment;

    @BeforeEach
    void payAnAppointment() {
        shop = TestShop.open();
        UUID colour = shop.service("Colour", 60, 10_000, ",\"deposit\":{\"type\":\"fixed\",\"value\":2000}");
        UUID sam = shop.barber(colour);
        appointment = book(as(client), shop.booking(sam, shop.at(1, "10:00"), colour))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(
                "payment.succeeded",
                "\"purpose\":\"deposit\",\"amount\":%s,\"tip\":%s".formatted(usd(2_000), usd(500)));
        becomesPaid(2_000);
    }

    @Test
    void shouldTakeARefundWithoutItsTipFromWhatIsPaid() {
        refund(UUID.randomUUID(), 1_200, usd(500));

        becomesPaid(1_300);
    }

    @Test
    void shouldTakeNothingForARefundOfTheTipAlone() {
        refund(UUID.randomUUID(), 500, usd(500));
        refund(UUID.randomUUID(), 1, "null");

        becomesPaid(1_999);
    }

    @Test
    void shouldTakeNoMoreThanWasPaidForARefundThatDoesNotTellOfItsTip() {
        refund(UUID.randomUUID(), 2_500, "null");

        becomesPaid(0);
    }

    @Test
    void shouldCountARefundOnce() {
        UUID refund = UUID.randomUUID();
        refund(refund, 700, "null");
        refund(refund, 700, "null");
        refund(UUID.randomUUID(), 1, "null");

        becomesPaid(1_299);
    }

    private void refund(UUID refund, long amount, String tip) {
        publish("payment.refunded", "\"refundId\":\"%s\",\"amount\":%s,\"tip\":%s".formatted(refund, usd(amount), tip));
    }

    private void publish(String type, String more) {
        Neighbours.instance()
                .publish(
                        "payment-service",
                        type,
                        payment.toString(),
                        "{\"paymentId\":\"%s\",\"shopId\":\"%s\",\"appointmentId\":\"%s\",\"occurredAt\":\"2026-11-25T10:00:00Z\",%s}"
                                .formatted(payment, shop.id(), appointment, more));
    }

    private void becomesPaid(int amount) {
        await().until(
                        () -> as(client)
                                .get("/api/v1/appointments/" + appointment)
                                .jsonPath()
                                .getInt("paid.amount"),
                        paid -> paid == amount);
    }

    private static String usd(long amount) {
        return "{\"amount\":%d,\"currency\":\"USD\"}".formatted(amount);
    }
}
