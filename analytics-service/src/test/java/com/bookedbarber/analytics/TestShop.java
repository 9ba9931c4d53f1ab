package com.bookedbarber.analytics;

import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** A shop of a test, its owner, and the events that the other services tell of it. */
public final class TestShop {

    private static final String ANALYTICS = "/api/v1/analytics/";

    public final UUID id = UUID.randomUUID();
    public final ZoneId zone;
    public final UUID barber = UUID.randomUUID();
    public final UUID otherBarber = UUID.randomUUID();
    public final TestVisit.Service cut = new TestVisit.Service(UUID.randomUUID(), "Cut ✂️", 4000, 30);
    public final TestVisit.Service shave = new TestVisit.Service(UUID.randomUUID(), "Shave", 2000, 20);

    private TestShop(ZoneId zone) {
        this.zone = zone;
    }

    public static TestShop in(String timeZone) {
        TestShop shop = new TestShop(ZoneId.of(timeZone));
        Neighbours.instance().shop(shop.id, timeZone, "USD");
        return shop;
    }

    public TestVisit visit(String client, String start, TestVisit.Service... services) {
        return new TestVisit(id, zone, barber, client, LocalDateTime.parse(start), List.of(services));
    }

    public void tell(TestVisit visit) {
        tell("booking-service", visit.eventType(), visit.json());
    }

    public UUID tellPaid(TestVisit visit, long amount, long tip, Instant at) {
        UUID payment = UUID.randomUUID();
        tell("payment-service", "payment.succeeded", paid(payment, visit, amount, tip, at));
        return payment;
    }

    public void tellRefunded(TestVisit visit, UUID payment, long amount, Instant at) {
        tell("payment-service", "payment.refunded", refunded(UUID.randomUUID(), payment, visit, amount, 0, at));
    }

    public void tell(String source, String type, String json) {
        Neighbours.instance().publish(source, type, id.toString(), json);
    }

    public String paid(UUID payment, TestVisit visit, long amount, long tip, Instant at) {
        return """
                {"paymentId":"%s","shopId":"%s","appointmentId":"%s","purpose":"full",\
                "amount":{"amount":%d,"currency":"USD"},"tip":%s,"occurredAt":"%s"}""".formatted(
                        payment,
                        id,
                        visit.id(),
                        amount,
                        tip == 0 ? "null" : "{\"amount\":" + tip + ",\"currency\":\"USD\"}",
                        at);
    }

    public String refunded(UUID refund, UUID payment, TestVisit visit, long amount, long tip, Instant at) {
        return """
                {"refundId":"%s","paymentId":"%s","shopId":"%s","appointmentId":"%s",\
                "amount":{"amount":%d,"currency":"USD"},"tip":%s,"reason":"asked for","occurredAt":"%s"}""".formatted(
                        refund,
                        payment,
                        id,
                        visit.id(),
                        amount,
                        tip == 0 ? "null" : "{\"amount\":" + tip + ",\"currency\":\"USD\"}",
                        at);
    }

    public RequestSpecification owner() {
        return as("owner");
    }

    public RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.staff(UUID.randomUUID(), id, role)).queryParam("shopId", id);
    }

    /** The answer to the owner, once it is as expected. */
    public JsonPath eventually(String path, LocalDate from, LocalDate to, Predicate<JsonPath> expected) {
        return await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> owner().queryParam("from", from.toString())
                                .queryParam("to", to.toString())
                                .get(ANALYTICS + path)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        expected);
    }
}
