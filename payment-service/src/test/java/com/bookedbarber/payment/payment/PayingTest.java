package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

import static com.bookedbarber.payment.TestShop.newKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Paying for an appointment. */
@QuarkusTest
class PayingTest implements PaymentServiceTest {

    @Inject
    Sql sql;

    private final TestShop shop = new TestShop();

    @Test
    void shouldTakeTheDeposit() {
        Response answer = shop.pay("deposit", "tok_visa");

        answer.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/payments/" + answer.path("id")))
                .header("ETag", notNullValue())
                .body("shopId", equalTo(shop.id.toString()))
                .body("appointmentId", equalTo(shop.appointment.toString()))
                .body("purpose", equalTo("deposit"))
                .body("status", equalTo("succeeded"))
                .body("amount.amount", equalTo(1000))
                .body("amount.currency", equalTo("GBP"))
                .body("tip.amount", equalTo(0))
                .body("refunded.amount", equalTo(0))
                .body("createdAt", notNullValue())
                .body("clientSecret", nullValue());
        assertThat(events("payment.succeeded")).isEqualTo(1);
    }

    @Test
    void shouldTakeTheBalanceWithATipAfterTheDeposit() {
        shop.paid("deposit");

        shop.post(newKey(), shop.paymentWithTip("balance", "tok_visa", 500))
                .then()
                .statusCode(201)
                .body("amount.amount", equalTo(3500))
                .body("tip.amount", equalTo(500));
        assertThat(charged()).isEqualTo(5000);
    }

    @Test
    void shouldNotTakeTheDepositTwice() {
        shop.paid("deposit");

        shop.pay("deposit", "tok_visa").then().statusCode(409).body("type", endsWith(":nothing-owed"));
        assertThat(charged()).isEqualTo(1000);
    }

    @Test
    void shouldBelieveTheBookingServiceThatItIsPaid() {
        shop.appointmentIs("confirmed", 4500, 1000, 4500);

        shop.pay("full", "tok_visa").then().statusCode(409).body("type", endsWith(":nothing-owed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "expired", "no-show"})
    void shouldTakeNothingForAnAppointmentThatIsCalledOff(String status) {
        shop.appointmentIs(status, 4500, 1000, 0);

        shop.pay("deposit", "tok_visa").then().statusCode(409).body("type", endsWith(":illegal-state"));
    }

    @ParameterizedTest
    @CsvSource({"tok_declined,card-declined", "tok_insufficient_funds,insufficient-funds"})
    void shouldSayThatTheCardWasDeclined(String token, String problem) {
        Response answer = shop.pay("deposit", token);

        answer.then()
                .statusCode(402)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + problem))
                .body("requestId", equalTo(answer.header("X-Request-Id")))
                .body("instance", equalTo("/api/v1/payments"));
        shop.get(answer.path("paymentId"))
                .then()
                .body("status", equalTo("failed"))
                .body("failure", equalTo(problem));
        assertThat(events("payment.failed")).isEqualTo(1);
    }

    @Test
    void shouldTakeAnotherCardAfterADeclinedOne() {
        shop.pay("deposit", "tok_declined").then().statusCode(402);

        shop.pay("deposit", "tok_visa").then().statusCode(201);
    }

    @Test
    void shouldLetAGuestPayWithTheManageToken() {
        given().header("Idempotency-Key", newKey())
                .header("X-Manage-Token", "the guest's")
                .contentType(ContentType.JSON)
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldAcceptTheManageTokenInTheAddress() {
        given().header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments?manageToken=abc")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldRefuseAWrongManageToken() {
        Neighbours.instance().reply(shop.appointmentCall(), 403, "{}");

        given().header("Idempotency-Key", newKey())
                .header("X-Manage-Token", "wrong")
                .contentType(ContentType.JSON)
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldAskAGuestWithoutAManageTokenToSignIn() {
        given().header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldRefuseABadAccessToken() {
        TestShop.as("not-a-token", newKey())
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldLetTheReceptionPayForTheClient() {
        TestShop.as(Tokens.staff(UUID.randomUUID(), shop.id, "receptionist"), newKey())
                .body(shop.payment("full", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .body("amount.amount", equalTo(4500));
    }

    @Test
    void shouldHideTheAppointmentsOfOthers() {
        TestShop.as(Tokens.client(UUID.randomUUID()), newKey())
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldKnowNoAppointmentThatTheBookingServiceDoesNotKnow() {
        Neighbours.instance().reply(shop.appointmentCall(), 404, "{}");

        shop.pay("deposit", "tok_visa").then().statusCode(404);
    }

    @Test
    void shouldSayThatItCannotAskTheBookingService() {
        Neighbours.instance().reply(shop.appointmentCall(), 500, "{}");

        shop.pay("deposit", "tok_visa")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":unavailable"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                          | appointmentId
            {}                                                                          | purpose
            {}                                                                          | method
            {"appointmentId":"ID","purpose":"rent","method":{"token":"tok_visa"}}        | purpose
            {"appointmentId":"seven","purpose":"full","method":{"token":"tok_visa"}}     | appointmentId
            {"appointmentId":"ID","purpose":"full","method":{}}                          | method.token
            {"appointmentId":"ID","purpose":"full","method":{"token":"tok_unknown"}}     | method.token
            {"appointmentId":"ID","purpose":"full","method":{"token":"tok_visa"},"tip":{"amount":-1,"currency":"GBP"}}  | tip.amount
            {"appointmentId":"ID","purpose":"full","method":{"token":"tok_visa"},"tip":{"amount":1,"currency":"pound"}} | tip.currency
            {"appointmentId":"ID","purpose":"full","method":{"token":"tok_visa"},"tip":{"amount":1,"currency":"USD"}}   | tip.currency
            """)
    void shouldNameTheFieldAtFault(String body, String field) {
        shop.post(newKey(), body.replace("ID", shop.appointment.toString()))
                .then()
                .statusCode(400)
                .body("type", endsWith(":validation-failed"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void shouldAskForAKey() {
        given().auth()
                .oauth2(shop.clientToken)
                .contentType(ContentType.JSON)
                .body(shop.payment("deposit", "tok_visa"))
                .post("/api/v1/payments")
                .then()
                .statusCode(400)
                .body("type", endsWith(":idempotency-key-missing"));
    }

    @Test
    void shouldSayThatGiftCardsAreNotAvailable() {
        String body = shop.payment("deposit", "tok_visa").replace("{\"app", "{\"giftCardCode\":\"XYZ\",\"app");

        shop.post(newKey(), body).then().statusCode(422).body("detail", containsString("Gift cards"));
    }

    private int events(String type) {
        return sql.one(
                        "SELECT count(*) FROM outbox WHERE type = ? AND data->>'appointmentId' = ?",
                        row -> row.getInt(1),
                        type,
                        shop.appointment.toString())
                .orElseThrow();
    }

    private long charged() {
        return sql.one("""
                        SELECT coalesce(sum(sandbox_charge.amount), 0) FROM sandbox_charge
                        JOIN payment ON payment.id::text = idempotency_key WHERE appointment_id = ?
                        """, row -> row.getLong(1), shop.appointment).orElseThrow();
    }
}
