package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A POST under a key takes effect once. */
@QuarkusTest
class IdempotencyTest implements RealStoresTest {

    private static final int AT_ONCE = 50;

    @Inject
    Sql sql;

    private final UUID shop = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final String token = Tokens.staff(person, shop, "barber");
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void knowTheShop() {
        Neighbours.instance().shop(shop, "Europe/London", "GBP");
    }

    @Test
    void shouldAskForAKey() {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"x\"}")
                .post("/api/v1/shops/{shop}/notes", shop)
                .then()
                .statusCode(400)
                .body("type", endsWith(":idempotency-key-missing"));
    }

    @Test
    void shouldGiveTheSameAnswerAgain() {
        Response first = write(key, "hello");
        Response second = write(key, "hello");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue()).header("Location", notNullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", "\"0\"");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldTakeAQuotedKeyForTheSame() {
        write(key, "hello").then().statusCode(201);

        write("\"" + key + "\"", "hello").then().header("Idempotency-Replayed", "true");
    }

    @Test
    void shouldRefuseTheKeyForAnotherRequest() {
        write(key, "hello").then().statusCode(201);

        write(key, "good-bye").then().statusCode(422).body("type", endsWith(":idempotency-key-reused"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheKeysOfCallersApart() {
        write(key, "hello").then().statusCode(201);

        given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), shop, "barber"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"hello\"}")
                .post("/api/v1/shops/{shop}/notes", shop)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void shouldTakeEffectOnceWhenSentFiftyTimesAtOnce() throws Exception {
        List<Response> answers = atOnce(() -> write(key, "hello"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldSayThatTheFirstRequestIsStillRunning() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update(
                    "INSERT INTO idempotency_key (caller, key, request_hash) VALUES (?, ?, ?)",
                    person.toString(),
                    key,
                    new byte[32]);

            write(key, "hello").then().statusCode(409).body("type", endsWith(":request-in-progress"));
        });
    }

    @Test
    void shouldForgetTheKeyOfAnEffectThatFailed() {
        Neighbours.instance().reply("GET /internal/shops/" + shop, 404, "{}");
        UUID unknown = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.staff(person, unknown, "barber"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"hello\"}")
                .post("/api/v1/shops/{shop}/notes", unknown)
                .then()
                .statusCode(404);

        assertThat(sql.one("SELECT count(*) FROM idempotency_key WHERE key = ?", row -> row.getInt(1), key))
                .hasValue(0);
    }

    @Test
    void shouldAcceptARoleThatTheTokenDoesNotKnowYet() {
        UUID owner = UUID.randomUUID();
        Neighbours.instance().staff(shop, owner, "owner");

        given().auth()
                .oauth2(Tokens.client(owner))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"hello\"}")
                .post("/api/v1/shops/{shop}/notes", shop)
                .then()
                .statusCode(201)
                .body("text", equalTo("hello"));
    }

    private Response write(String withKey, String text) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", withKey)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"" + text + "\"}")
                .post("/api/v1/shops/{shop}/notes", shop);
    }

    private int notes() {
        return sql.one("SELECT count(*) FROM note WHERE shop_id = ?", row -> row.getInt(1), shop)
                .orElseThrow();
    }

    private static List<Response> atOnce(Callable<Response> call) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Response>> running = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(i -> call).toList());
            return running.stream().map(Future::resultNow).toList();
        }
    }
}
