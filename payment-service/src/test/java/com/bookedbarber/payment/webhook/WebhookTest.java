package com.bookedbarber.payment.webhook;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** Notices of the payment provider. */
@QuarkusTest
class WebhookTest implements PaymentServiceTest {

    private static final WebhookSignature SIGNATURE =
            new WebhookSignature("whsec_only_for_tests", Duration.ofMinutes(5));

    @Inject
    Sql sql;

    @Inject
    Providers providers;

    private final TestShop shop = new TestShop();
    private final String eventId = "evt_" + UUID.randomUUID();

    @Test
    void shouldFindOutWhatIsTrueWhateverTheNoticeSays() {
        String payment = shop.pay("deposit", "tok_3ds").path("id");
        providers.ask("sandbox", "confirm", provider -> provider.confirm(payment, UUID.fromString(payment)));

        send(event("payment_intent.canceled", payment)).then().statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> shop.get(payment).then().body("status", equalTo("succeeded")));
    }

    @Test
    void shouldNotUndoWhatIsSettledWhenAnOldNoticeComesLate() {
        String payment = shop.paid("deposit");

        send(event("payment_intent.payment_failed", payment)).then().statusCode(200);

        shop.get(payment).then().body("status", equalTo("succeeded"));
        assertThat(scheduled(payment)).isZero();
    }

    @Test
    void shouldTakeTheSameNoticeOnce() {
        String event = event("payment_intent.succeeded", shop.paid("deposit"));

        send(event).then().statusCode(200);
        send(event).then().statusCode(200);

        assertThat(sql.one("SELECT count(*) FROM provider_notice WHERE event_id = ?", row -> row.getInt(1), eventId))
                .hasValue(1);
    }

    @Test
    void shouldPassOverNoticesOfOtherThings() {
        send("{\"id\":\"%s\",\"type\":\"customer.created\",\"data\":{\"object\":{}}}".formatted(eventId))
                .then()
                .statusCode(200);
        send(event("payment_intent.succeeded", UUID.randomUUID().toString()).replace(eventId, eventId + "-2"))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRefuseAWrongSignature() {
        String body = event("payment_intent.succeeded", UUID.randomUUID().toString());
        String now = Long.toString(Instant.now().getEpochSecond());

        send(body, "t=" + now + ",v1=" + "0".repeat(64)).then().statusCode(400).body("type", endsWith(":bad-request"));
        given().body(body).post("/api/v1/webhooks/stripe").then().statusCode(400);
    }

    @Test
    void shouldRefuseWhatIsNoEvent() {
        send("{}").then().statusCode(400);
        send("not JSON").then().statusCode(400);
    }

    private String event(String type, String payment) {
        return """
                {"id":"%s","type":"%s","data":{"object":{"id":"pi_1","metadata":{"paymentId":"%s"}}}}""".formatted(eventId, type, payment);
    }

    private int scheduled(String payment) {
        return sql.one(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?",
                        row -> row.getInt(1),
                        payment + "/" + eventId)
                .orElseThrow();
    }

    private static Response send(String body) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return send(body, "t=" + now + ",v1=" + SIGNATURE.sign(now, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Response send(String body, String signature) {
        return given().header("Stripe-Signature", signature)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/webhooks/stripe");
    }
}
