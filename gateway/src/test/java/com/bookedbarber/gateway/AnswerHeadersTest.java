package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.RawConnection;
import com.bookedbarber.gateway.world.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands on every answer, whoever gives it. */
@QuarkusTest
@WithTestResource(Suite.class)
class AnswerHeadersTest {

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "1; mode=block",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "Content-Security-Policy", "default-src 'self'");

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @Test
    void shouldStandOnceOnEveryErrorTheGatewayMakesItself() throws Exception {
        for (Map.Entry<String, Callable<RawAnswer>> own : ownErrors().entrySet()) {
            RawAnswer answer = own.getValue().call();

            assertThat(answer).as(own.getKey()).isNotNull();
            assertThat(own.getKey()).startsWith(answer.status() + " ");
            assertProtected(own.getKey(), answer);
            assertThat(answer.header("Content-Type")).as(own.getKey()).containsExactly("application/problem+json");
            assertThat(answer.header("Cache-Control")).as(own.getKey()).containsExactly("no-store");
            assertThat(answer.body())
                    .contains("\"requestId\":\"" + answer.header("X-Request-Id").getFirst() + "\"");
        }
    }

    private Map<String, Callable<RawAnswer>> ownErrors() {
        Map<String, Callable<RawAnswer>> errors = new LinkedHashMap<>();
        errors.put("400 not HTTP", () -> raw("GET / HTTP/1.1\r\nno colon\r\n\r\n"));
        errors.put("400 unknown version", () -> raw("GET / HTTP/3.1\r\nHost: a\r\n\r\n"));
        errors.put("400 no host", () -> raw("GET /health HTTP/1.1\r\n\r\n"));
        errors.put("400 path that climbs", () -> Call.get("/a/../b").send(door.port()));
        errors.put(
                "400 broken chunk",
                () -> raw("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));
        errors.put("401 no token", () -> Call.get("/api/v1/users/me").send(door.port()));
        errors.put("401 bad token", () -> Call.get("/api/v1/shops").token("x").send(door.port()));
        errors.put("404 unknown path", () -> Call.get("/nowhere").send(door.port()));
        errors.put("404 internal path", () -> Call.get("/internal/events").send(door.port()));
        errors.put("405 wrong method", () -> Call.of("PUT", "/api/v1/shops").send(door.port()));
        errors.put(
                "405 wrong method of its own",
                () -> Call.of("DELETE", "/health").send(door.port()));
        errors.put("408 slow head", () -> raw("GET /health HT"));
        errors.put(
                "408 slow body",
                () -> raw("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel"));
        errors.put(
                "413 declared",
                () -> raw("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n"));
        errors.put("414 long address", () -> Call.get("/" + "x".repeat(9000)).send(door.port()));
        errors.put("429 too often", this::tooOften);
        errors.put(
                "431 large headers",
                () -> Call.get("/health").header("X", "x".repeat(20_000)).send(door.port()));
        errors.put("431 many headers", this::manyHeaders);
        errors.put("502 nobody there", () -> Call.get("/test/nobody").send(door.port()));
        errors.put("502 hangs up", this::hangsUp);
        errors.put("504 too slow", this::tooSlow);
        errors.put("503 fails all the time", this::failsAllTheTime);
        return errors;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 301, 304, 400, 401, 403, 404, 409, 412, 422, 428, 500, 503})
    void shouldStandOnceOnEveryAnswerOfAService(int status) {
        origin.behave(request -> Origin.answer(
                status,
                "",
                "X-Frame-Options: SAMEORIGIN",
                "x-frame-options: ALLOWALL",
                "Server: secret/1.0",
                "X-Powered-By: secret",
                "X-Request-Id: other",
                "Connection: X-Inner",
                "X-Inner: 1",
                "Access-Control-Allow-Origin: *"));

        RawAnswer answer =
                Call.get("/api/v1/shops").header("X-Request-Id", "my-request-1").send(door.port());

        assertThat(answer.status()).isEqualTo(status);
        assertProtected("status " + status, answer);
        assertThat(answer.header("X-Request-Id")).containsExactly("my-request-1");
        assertThat(answer.headerLines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).matches("(server|x-powered|x-inner|access-).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/readiness", "/metrics", "/openapi", "/docs", "/docs/start.js"})
    void shouldStandOnceOnWhatTheGatewayShows(String path) {
        RawAnswer answer = Call.get(path).send(door.port());

        assertThat(answer.status()).isIn(200, 503);
        assertProtected(path, answer);
        assertThat(answer.header("RateLimit")).isEmpty();
    }

    @Test
    void shouldKeepAServicesOwnWordOnCaching() {
        origin.behave(request -> Origin.ok("{}", "Cache-Control: private, max-age=600", "ETag: \"1\""));

        RawAnswer answer = Call.get("/api/v1/shops").send(door.port());

        assertThat(answer.header("Cache-Control")).containsExactly("private, max-age=600");
        assertThat(answer.header("ETag")).containsExactly("\"1\"");
    }

    @Test
    void shouldReplaceARequestIdThatIsNotWellFormed() {
        RawAnswer answer =
                Call.get("/health").header("X-Request-Id", "<script>").send(door.port());

        assertThat(answer.header("X-Request-Id").getFirst()).matches("[0-9a-f-]{36}");
    }

    @Test
    void shouldLetOnlyListedOriginsRead() {
        RawAnswer partner = Call.get("/api/v1/shops")
                .header("Origin", "https://partner.example")
                .send(door.port());
        RawAnswer other = Call.get("/api/v1/shops")
                .header("Origin", "https://evil.example")
                .send(door.port());
        RawAnswer preflight = Call.of("OPTIONS", "/api/v1/appointments")
                .header("Origin", "https://partner.example")
                .header("Access-Control-Request-Method", "POST")
                .send(door.port());

        assertThat(partner.header("Access-Control-Allow-Origin")).containsExactly("https://partner.example");
        assertThat(partner.header("Vary")).containsExactly("origin");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods").getFirst()).contains("POST");
    }

    private static void assertProtected(String what, RawAnswer answer) {
        SECURITY.forEach((name, value) ->
                assertThat(answer.header(name)).as(what + ": " + name).containsExactly(value));
        assertThat(answer.header("X-Request-Id")).as(what).hasSize(1);
        assertThat(answer.header("X-Process-Time")).as(what).hasSize(1);
        assertThat(answer.header("X-Process-Time").getFirst()).matches("\\d+\\.\\d+");
    }

    private RawAnswer raw(String bytes) throws Exception {
        try (RawConnection connection = new RawConnection(door.port())) {
            return connection.send(bytes).answer();
        }
    }

    private RawAnswer tooOften() {
        RawAnswer answer = null;
        for (int i = 0; i < 4; i++) {
            answer = Call.post("/api/v1/auth/register", "{}").from("127.0.0.31").send(door.port());
        }
        assertThat(answer.header("Retry-After")).hasSize(1);
        return answer;
    }

    private RawAnswer manyHeaders() {
        Call call = Call.get("/health");
        for (int i = 0; i < 120; i++) {
            call.header("X-" + i, "1");
        }
        return call.send(door.port());
    }

    private RawAnswer hangsUp() {
        origin.behave(request -> Origin.HANG_UP);
        return Call.post("/api/v1/auth/refresh", "{}").send(door.port());
    }

    private RawAnswer tooSlow() {
        origin.behave(Origin.slow(600));
        return Call.get("/test/slow").send(door.port());
    }

    private RawAnswer failsAllTheTime() {
        RawAnswer answer = null;
        for (int i = 0; i < 40; i++) {
            answer = Call.get("/test/nobody").send(door.port());
        }
        assertThat(answer.header("Retry-After")).hasSize(1);
        return answer;
    }
}
