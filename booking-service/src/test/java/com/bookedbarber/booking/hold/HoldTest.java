package com.bookedbarber.booking.hold;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Times that are kept until a deposit is paid. */
@QuarkusTest
class HoldTest implements RealStoresTest {

    @Inject
    Sql sql;

    private TestShop shop;
    private UUID colour;
    private UUID sam;
    private final String client = Tokens.client(UUID.randomUUID());

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        colour = shop.service("Colour", 60, 10_000, ",\"deposit\":{\"type\":\"fixed\",\"value\":2000}");
        sam = shop.barber(colour);
    }

    @Test
    void shouldConfirmWhenTheDepositIsPaid() {
        String id = held();
        pay(id, UUID.randomUUID(), 2_000);
        eventually(id, "confirmed");
        as(client).get("/api/v1/appointments/" + id).then().body("paid.amount", equalTo(2_000));
        snapshot(id).body("paid.amount", equalTo(2_000)).body("status", equalTo("confirmed"));
    }

    @Test
    void shouldStayHeldUntilAllOfTheDepositIsPaid() {
        String id = held();
        pay(id, UUID.randomUUID(), 500);
        await().until(() -> paid(id) == 500);
        assertThat(status(id)).isEqualTo("held");
        pay(id, UUID.randomUUID(), 1_500);
        eventually(id, "confirmed");
    }

    @Test
    void shouldCountAPaymentOnce() {
        String id = held();
        UUID payment = UUID.randomUUID();
        pay(id, payment, 2_000);
        pay(id, payment, 2_000);
        pay(id, UUID.randomUUID(), 100);
        await().until(() -> paid(id) > 2_000);
        assertThat(paid(id)).isEqualTo(2_100);
    }

    @Test
    void shouldExpireAnUnpaidHoldAndFreeItsTime() {
        String id = held();
        expire(id);
        eventually(id, "expired");
        assertThat(shop.slots(1, colour, sam)).contains(shop.at(1, "10:00"));
        assertThat(events(id)).containsExactly("booking.appointment.held", "booking.appointment.expired");
    }

    @Test
    void shouldComeBackToAHoldWhoseTimeIsNotOverYet() {
        String id = held();
        sql.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ?", id);
        await().until(() -> sql.one(
                        "SELECT 1 FROM scheduled_tasks t JOIN appointment a ON t.execution_time = a.hold_expires_at"
                                + " WHERE a.id = ?::uuid AND t.task_instance = ? AND t.last_success IS NOT NULL",
                        row -> true,
                        id,
                        id)
                .isPresent());
        assertThat(status(id)).isEqualTo("held");
    }

    @Test
    void shouldSendBackMoneyThatComesTooLate() {
        String id = held();
        expire(id);
        eventually(id, "expired");
        pay(id, UUID.randomUUID(), 2_000);
        await().until(() -> events(id).contains("booking.payment.unwanted"));
        assertThat(paid(id)).isZero();
    }

    @Test
    void shouldNotSendBackWhatWasCountedBeforeTheAppointmentEnded() {
        String id = held();
        UUID counted = UUID.randomUUID();
        pay(id, counted, 2_000);
        eventually(id, "confirmed");
        as(client)
                .header("If-Match", "*")
                .post("/api/v1/appointments/" + id + "/cancel")
                .then()
                .statusCode(200);

        UUID late = UUID.randomUUID();
        pay(id, counted, 2_000);
        pay(id, late, 2_000);

        await().until(() -> !unwanted(id).isEmpty());
        assertThat(unwanted(id)).containsExactly(late.toString());
    }

    @Test
    void shouldReleaseAHoldWhenThePaymentFails() {
        String id = held();
        publish("payment.failed", id, """
                {"paymentId":"%s","shopId":"%s","appointmentId":"%s","reason":"card-declined"}""".formatted(UUID.randomUUID(), shop.id(), id));
        eventually(id, "expired");
    }

    @Test
    void shouldRefundByThePolicyInForceWhenItWasBooked() {
        String id = held(3);
        pay(id, UUID.randomUUID(), 2_000);
        eventually(id, "confirmed");
        shop.policy("{\"cancellationPreset\":\"strict\"}");

        as(client)
                .get("/api/v1/appointments/" + id + "/cancellation-preview")
                .then()
                .body("refund.amount", equalTo(2_000));
        as(client)
                .header("If-Match", "*")
                .post("/api/v1/appointments/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("refund.amount", equalTo(2_000))
                .body("fee.amount", equalTo(0));
    }

    private String held() {
        return held(1);
    }

    private String held(int days) {
        return book(as(client), shop.booking(sam, shop.at(days, "10:00"), colour))
                .then()
                .statusCode(201)
                .body("status", equalTo("held"))
                .extract()
                .path("id");
    }

    /** Lets the hold's time pass. */
    private void expire(String id) {
        sql.update("UPDATE appointment SET hold_expires_at = now() WHERE id = ?::uuid", id);
        sql.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ?", id);
    }

    private void pay(String id, UUID payment, int amount) {
        publish("payment.succeeded", id, """
                {"paymentId":"%s","shopId":"%s","appointmentId":"%s","purpose":"deposit","tip":null,
                "amount":{"amount":%d,"currency":"USD"},"occurredAt":"2026-01-01T00:00:00Z"}""".formatted(payment, shop.id(), id, amount));
    }

    private static void publish(String type, String id, String data) {
        Neighbours.instance().publish("payment-service", type, id, data);
    }

    private void eventually(String id, String status) {
        await().atMost(Duration.ofSeconds(15)).until(() -> status(id).equals(status));
    }

    private String status(String id) {
        return sql.one("SELECT status FROM appointment WHERE id = ?::uuid", row -> row.getString(1), id)
                .orElseThrow();
    }

    private long paid(String id) {
        return sql.one("SELECT paid FROM appointment WHERE id = ?::uuid", row -> row.getLong(1), id)
                .orElseThrow();
    }

    private List<String> unwanted(String id) {
        return sql.list(
                "SELECT data->>'paymentId' FROM outbox WHERE subject = ? AND type = 'booking.payment.unwanted' ORDER BY id",
                row -> row.getString(1),
                id);
    }

    private List<String> events(String id) {
        return sql.list("SELECT type FROM outbox WHERE subject = ? ORDER BY id", row -> row.getString(1), id);
    }

    private static io.restassured.response.ValidatableResponse snapshot(String id) {
        return given().auth()
                .oauth2(Tokens.service("payment-service"))
                .get("/internal/appointments/" + id)
                .then()
                .statusCode(200);
    }
}
