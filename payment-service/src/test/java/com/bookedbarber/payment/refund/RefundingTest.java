package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static com.bookedbarber.payment.TestShop.money;
import static com.bookedbarber.payment.TestShop.newKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** Giving money back when somebody asks for it. */
@QuarkusTest
class RefundingTest implements PaymentServiceTest {

    @Inject
    Sql sql;

    private final TestShop shop = new TestShop();

    @Test
    void shouldGiveBackAPart() {
        String payment = shop.paid("deposit");

        Response refund = shop.refund(payment, "{\"amount\":%s,\"reason\":\"late\"}".formatted(money(300)));
        refund.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/payments/" + payment + "/refunds/" + refund.path("id")))
                .body("paymentId", equalTo(payment))
                .body("amount.amount", equalTo(300))
                .body("status", equalTo("succeeded"))
                .body("reason", equalTo("late"))
                .body("createdAt", notNullValue());
        shop.get(payment).then().body("refunded.amount", equalTo(300));
        assertThat(refundedEvents()).isEqualTo(1);
    }

    @Test
    void shouldShowARefundWhereItsLocationSays() {
        String payment = shop.paid("deposit");
        Response refund = shop.refund(payment, "{\"reason\":\"late\"}");

        refundAt(shop.ownerToken, refund.header("Location"))
                .statusCode(200)
                .header("ETag", equalTo(refund.header("ETag")))
                .body("id", equalTo(refund.path("id")))
                .body("status", equalTo("succeeded"));
        refundAt(shop.clientToken, refund.header("Location")).statusCode(403);
        refundAt(shop.ownerToken, "/api/v1/payments/" + shop.paid("balance") + "/refunds/" + refund.path("id"))
                .statusCode(404);
    }

    @Test
    void shouldGiveBackEverythingThatIsLeftWhenNoAmountIsGiven() {
        String payment = shop.post(newKey(), shop.paymentWithTip("full", "tok_visa", 500))
                .path("id");
        shop.refund(payment, "{\"amount\":%s,\"reason\":\"late\"}".formatted(money(1000)));

        shop.refund(payment, "{\"reason\":\"burnt\"}").then().statusCode(201).body("amount.amount", equalTo(4000));
        shop.refund(payment, "{\"reason\":\"again\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":refund-too-large"));
        refundsOf(payment).then().body("items", hasSize(2)).body("items[1].reason", equalTo("burnt"));
    }

    @Test
    void shouldTellWhichPartOfARefundGivesBackTheTip() {
        String payment = shop.post(newKey(), shop.paymentWithTip("full", "tok_visa", 500))
                .path("id");
        shop.refund(payment, "{\"amount\":%s,\"reason\":\"late\"}".formatted(money(4300)));
        shop.refund(payment, "{\"amount\":%s,\"reason\":\"late\"}".formatted(money(300)));
        shop.refund(payment, "{\"reason\":\"burnt\"}");

        assertThat(sql.list("""
                        SELECT data->'amount'->>'amount' || ' ' || coalesce(data->'tip'->>'amount', 'none') FROM outbox
                        WHERE type = 'payment.refunded' AND subject = ? ORDER BY id
                        """, row -> row.getString(1), payment)).containsExactly("4300 none", "300 100", "400 400");
        assertThat(shop.balance(sql, "tips_payable")).isZero();
        assertThat(shop.balance(sql, "provider_receivable")).isZero();
    }

    @Test
    void shouldNotGiveBackMoreThanIsLeft() {
        String payment = shop.paid("deposit");

        shop.refund(payment, "{\"amount\":%s,\"reason\":\"x\"}".formatted(money(1001)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":refund-too-large"))
                .body("left", equalTo(1000));
    }

    @Test
    void shouldNotGiveBackMoreThanIsLeftToManyAtOnce() {
        String payment = shop.paid("deposit");

        List<Response> answers =
                atOnce(10, () -> shop.refund(payment, "{\"amount\":%s,\"reason\":\"x\"}".formatted(money(400))));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(8);
        shop.get(payment).then().body("refunded.amount", equalTo(800));
    }

    @Test
    void shouldGiveBackOnceUnderOneKey() {
        String payment = shop.paid("deposit");
        String key = newKey();

        List<Response> answers = atOnce(10, () -> shop.refund(key, payment, "{\"reason\":\"late\"}"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        refundsOf(payment).then().body("items", hasSize(1));
    }

    @Test
    void shouldRefundOnlyWhatHasSucceeded() {
        String payment = shop.pay("deposit", "tok_3ds").path("id");

        shop.refund(payment, "{\"reason\":\"x\"}").then().statusCode(409).body("type", endsWith(":illegal-state"));
    }

    @Test
    void shouldLetOnlyTheCashierRefund() {
        String payment = shop.paid("deposit");
        String body = "{\"reason\":\"x\"}";

        refundAs(shop.clientToken, payment, body).then().statusCode(403);
        refundAs(Tokens.staff(UUID.randomUUID(), shop.id, "barber"), payment, body)
                .then()
                .statusCode(403);
        refundAs(Tokens.staff(UUID.randomUUID(), UUID.randomUUID(), "owner"), payment, body)
                .then()
                .statusCode(403);
        refundAs(Tokens.staff(UUID.randomUUID(), shop.id, "receptionist"), payment, body)
                .then()
                .statusCode(201);
    }

    @Test
    void shouldNameTheFieldAtFault() {
        String payment = shop.paid("deposit");

        shop.refund(payment, "{}").then().statusCode(400).body("errors.field", hasItem("reason"));
        shop.refund(payment, "{\"reason\":\"x\",\"amount\":{\"amount\":1,\"currency\":\"USD\"}}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("amount.currency"));
        shop.refund(payment, "{\"reason\":\"x\",\"amount\":%s}".formatted(money(0)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("amount.amount"));
        shop.refund(UUID.randomUUID().toString(), "{\"reason\":\"x\"}").then().statusCode(404);
    }

    private static ValidatableResponse refundAt(String token, String location) {
        return given().auth().oauth2(token).get(location).then();
    }

    private int refundedEvents() {
        return sql.one(
                        "SELECT count(*) FROM outbox WHERE type = 'payment.refunded' AND data->>'shopId' = ?",
                        row -> row.getInt(1),
                        shop.id.toString())
                .orElseThrow();
    }

    private Response refundsOf(String payment) {
        return given().auth().oauth2(shop.ownerToken).get("/api/v1/payments/{id}/refunds", payment);
    }

    private static Response refundAs(String token, String payment, String body) {
        return TestShop.as(token, newKey()).body(body).post("/api/v1/payments/{id}/refunds", payment);
    }

    private static List<Response> atOnce(int times, java.util.concurrent.Callable<Response> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
