package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static com.bookedbarber.payment.TestShop.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Nobody is charged twice: not by repeats, not by rivals, and not by processes that die. */
@QuarkusTest
class PaymentOnceTest implements PaymentServiceTest {

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @Inject
    Idempotency idempotency;

    @Inject
    OpenPayment open;

    @Inject
    ResumePayment resume;

    @Inject
    Settlement settlement;

    @Inject
    Providers providers;

    @Inject
    PaymentRepository payments;

    private final TestShop shop = new TestShop();

    @Test
    void shouldChargeOnceWhenSentFiftyTimesAtOnceUnderOneKey() {
        String key = newKey();
        String body = shop.payment("deposit", "tok_visa");

        List<Response> answers = atOnce(50, () -> shop.post(key, body));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void shouldChargeOnceWhenPaidUnderManyKeysAtOnce() {
        List<Response> answers = atOnce(10, () -> shop.pay("deposit", "tok_visa"));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(9);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void shouldGiveTheSameAnswerAgainWhenNothingIsOwedAnyMore() {
        String key = newKey();
        Response first = shop.post(key, shop.payment("deposit", "tok_visa"));
        shop.appointmentIs("cancelled", 4500, 1000, 1000);

        Response second = shop.post(key, shop.payment("deposit", "tok_visa"));

        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void shouldDeclineAgainUnderTheSameKeyWithoutAskingTheProvider() {
        String key = newKey();
        Response first = shop.post(key, shop.payment("deposit", "tok_declined"));

        Response second = shop.post(key, shop.payment("deposit", "tok_declined"));

        second.then().statusCode(402).contentType("application/problem+json").header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void shouldRefuseTheKeyForAnotherPayment() {
        String key = newKey();
        shop.post(key, shop.payment("deposit", "tok_visa")).then().statusCode(201);

        shop.post(key, shop.payment("full", "tok_visa"))
                .then()
                .statusCode(422)
                .body("type", endsWith(":idempotency-key-reused"));
    }

    @Test
    void shouldFinishWhatAProcessLeftThatDiedBeforeItAskedTheProvider() {
        String key = newKey();
        UUID payment = begun(key);

        shop.post(key, shop.payment("deposit", "tok_visa"))
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", endsWith(":request-in-progress"));
        shop.pay("deposit", "tok_visa").then().statusCode(409).body("type", endsWith(":payment-in-progress"));
        resume.resume(payment);

        shop.post(key, shop.payment("deposit", "tok_visa"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(payment.toString()))
                .body("status", equalTo("succeeded"));
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void shouldFinishWhatAProcessLeftThatDiedAfterItAskedTheProvider() {
        UUID payment = begun(newKey());
        providers.ask(
                "sandbox",
                "charge",
                provider -> provider.charge(payments.read(payment).chargeRequest()));

        assertThat(resume.resume(payment)).isEmpty();
        assertThat(resume.resume(payment)).isEmpty();

        shop.get(payment.toString()).then().body("status", equalTo("succeeded"));
        assertThat(charges()).isEqualTo(1);
        assertThat(bookings()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void shouldWriteDownTheSameNewsOnce() {
        UUID payment = begun(newKey());

        atOnce(10, () -> settlement.settle(payment, Charge.succeeded(payment.toString())));

        assertThat(bookings()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void shouldForgetTheCardTokenWhenThePaymentIsSettled() {
        String id = shop.paid("deposit");

        assertThat(payments.read(UUID.fromString(id)).methodToken).isNull();
    }

    @Test
    void shouldSayThatThePaymentIsProcessedWhenTheProviderIsSlowAndFindOutLater() {
        String key = newKey();
        Response answer = shop.post(key, shop.payment("deposit", "tok_timeout"));
        answer.then().statusCode(201).body("status", equalTo("processing")).body("failure", nullValue());

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> shop.get(answer.path("id")).then().body("status", equalTo("succeeded")));

        assertThat(charges()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
        assertThat(shop.post(key, shop.payment("deposit", "tok_timeout")).asByteArray())
                .isEqualTo(answer.asByteArray());
    }

    /** A payment as a process leaves it that dies right after it has written down what it is about to do. */
    private UUID begun(String key) {
        UUID id = UUID.randomUUID();
        NewPayment wanted =
                new NewPayment(shop.appointment, Purpose.DEPOSIT, null, null, new NewPayment.Method("tok_visa"));
        KeyedRequest request = new KeyedRequest(shop.client.toString(), IdempotencyKey.of(key), hash(wanted));
        assertThat(idempotency.begin(
                        request,
                        () -> open.open(Payment.begin(id, Purpose.DEPOSIT, request, null), wanted, appointment())))
                .isEmpty();
        return id;
    }

    private Appointment appointment() {
        Money price = Money.of(4500, TestShop.CURRENCY);
        Money deposit = Money.of(1000, TestShop.CURRENCY);
        return new Appointment(shop.appointment, shop.id, shop.client, "held", price, deposit, null, null);
    }

    private byte[] hash(NewPayment wanted) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("POST /payments ".getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(wanted));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int charges() {
        return count("SELECT count(*) FROM sandbox_charge JOIN payment ON payment.id::text = idempotency_key"
                + " WHERE appointment_id = ?");
    }

    private int bookings() {
        return count("SELECT count(*) FROM ledger_transaction WHERE kind = 'payment' AND appointment_id = ?");
    }

    private int events() {
        return count("SELECT count(*) FROM outbox WHERE type = 'payment.succeeded'"
                + " AND (data->>'appointmentId')::uuid = ?");
    }

    private int count(String query) {
        return sql.one(query, row -> row.getInt(1), shop.appointment).orElseThrow();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return running.stream().map(Future::resultNow).toList();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
