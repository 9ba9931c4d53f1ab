package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Payments that the client has to approve. */
@QuarkusTest
class ApprovalTest implements PaymentServiceTest {

    @Inject
    Sql sql;

    @Inject
    ResumePayment resume;

    @Inject
    Providers providers;

    private final TestShop shop = new TestShop();

    @Test
    void shouldAskTheClientToApprove() {
        Response waiting = shop.pay("deposit", "tok_3ds");
        waiting.then()
                .statusCode(201)
                .body("status", equalTo("requires-action"))
                .body("clientSecret", startsWith("sandbox_secret_"));

        confirm(shop.clientToken, waiting.path("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"))
                .body("clientSecret", nullValue());
    }

    @Test
    void shouldConfirmOnceHoweverOftenAsked() {
        String id = waiting();

        confirm(shop.clientToken, id).then().statusCode(200);
        confirm(shop.clientToken, id).then().statusCode(200).body("status", equalTo("succeeded"));

        assertThat(booked(id)).isEqualTo(1);
    }

    @Test
    void shouldLetAGuestConfirmWithTheClientSecret() {
        Response waiting = shop.pay("deposit", "tok_3ds");

        given().contentType(ContentType.JSON)
                .body("{\"clientSecret\":\"%s\"}".formatted(waiting.<String>path("clientSecret")))
                .post("/api/v1/payments/{id}/confirm", waiting.<String>path("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"));
    }

    @Test
    void shouldNotLetOthersConfirm() {
        String id = waiting();

        confirm(Tokens.client(UUID.randomUUID()), id).then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{\"clientSecret\":\"guessed\"}")
                .post("/api/v1/payments/{id}/confirm", id)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldNotBeginAnotherPaymentMeanwhile() {
        String id = waiting();

        shop.pay("deposit", "tok_visa")
                .then()
                .statusCode(409)
                .body("type", endsWith(":payment-in-progress"))
                .body("paymentId", equalTo(id));
    }

    @Test
    void shouldTakeAnotherCardAfterTheClientGaveUp() {
        String id = waiting();

        given().auth()
                .oauth2(shop.clientToken)
                .post("/api/v1/payments/{id}/cancel", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));

        confirm(shop.clientToken, id).then().statusCode(409).body("type", endsWith(":illegal-state"));
        shop.pay("deposit", "tok_visa").then().statusCode(201);
    }

    @Test
    void shouldNotCancelWhatHasSucceeded() {
        String id = shop.paid("deposit");

        given().auth()
                .oauth2(shop.clientToken)
                .post("/api/v1/payments/{id}/cancel", id)
                .then()
                .statusCode(409)
                .body("paymentStatus", equalTo("succeeded"));
    }

    @Test
    void shouldWaitForTheClientUntilTheTimeIsUp() {
        UUID id = UUID.fromString(waiting());

        Optional<Instant> again = resume.resume(id);
        assertThat(again).hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now()));

        sql.update("UPDATE payment SET created_at = now() - interval '1 hour' WHERE id = ?", id);
        assertThat(resume.resume(id)).isEmpty();
        shop.get(id.toString()).then().body("status", equalTo("cancelled"));
    }

    @Test
    void shouldFinishAConfirmationThatAProcessLeft() {
        String id = waiting();
        sql.update("UPDATE payment SET status = 'processing' WHERE id = ?", UUID.fromString(id));
        providers.ask("sandbox", "confirm", provider -> provider.confirm(id, UUID.fromString(id)));

        resume.resume(UUID.fromString(id));

        shop.get(id).then().body("status", equalTo("succeeded"));
        assertThat(booked(id)).isEqualTo(1);
    }

    private String waiting() {
        return shop.pay("deposit", "tok_3ds").then().statusCode(201).extract().path("id");
    }

    private static Response confirm(String token, String id) {
        return given().auth().oauth2(token).post("/api/v1/payments/{id}/confirm", id);
    }

    private int booked(String id) {
        return sql.one(
                        "SELECT count(*) FROM ledger_transaction WHERE payment_id = ?",
                        row -> row.getInt(1),
                        UUID.fromString(id))
                .orElseThrow();
    }
}
