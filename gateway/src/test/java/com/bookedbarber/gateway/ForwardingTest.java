package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.RawConnection;
import com.bookedbarber.gateway.world.Received;
import com.bookedbarber.gateway.world.ServiceFace;
import com.bookedbarber.gateway.world.Suite;
import com.bookedbarber.gateway.world.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** How requests get to services, and what happens when services do not do well. */
@QuarkusTest
@WithTestResource(Suite.class)
class ForwardingTest {

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @Test
    void shouldSendOnMethodPathQueryHeadersAndBody() {
        RawAnswer answer = Call.post("/api/v1/appointments?x=%20a&y=%2F", "{\"a\":1}")
                .token(TestTokens.of("u-1"))
                .header("Idempotency-Key", "k-1")
                .send(door.port());

        Received received = origin.received().getFirst();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo("/api/v1/appointments?x=%20a&y=%2F");
        assertThat(received.body()).isEqualTo("{\"a\":1}");
        assertThat(received.header("Idempotency-Key")).containsExactly("k-1");
        assertThat(received.header("X-Forwarded-Host")).containsExactly("localhost");
        assertThat(received.header("X-Request-Id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void shouldSendOnWhatIsNotAsciiAsItCame() {
        Call.get("/api/v1/shops").header("X-Note", "caf\u00e9").send(door.port());

        assertThat(origin.received().getFirst().header("X-Note")).containsExactly("caf\u00e9");
    }

    @Test
    void shouldNormaliseThePathOnce() {
        Call.get("/api/v1/shops/%61%7Eb%2d%c3%a9").send(door.port());

        assertThat(origin.received().getFirst().target()).isEqualTo("/api/v1/shops/a~b-%C3%A9");
    }

    @Test
    void shouldPassOnATraceAndStartOneWhereThereIsNone() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Call.get("/api/v1/shops")
                .header("traceparent", trace)
                .header("tracestate", "a=b")
                .send(door.port());
        Call.get("/api/v1/shops")
                .header("traceparent", "00-x")
                .header("tracestate", "a=b")
                .send(door.port());

        assertThat(origin.received().get(0).header("traceparent")).containsExactly(trace);
        assertThat(origin.received().get(0).header("tracestate")).containsExactly("a=b");
        assertThat(origin.received().get(1).header("traceparent").getFirst())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(origin.received().get(1).header("tracestate")).isEmpty();
    }

    @Test
    void shouldAnswerHeadLikeGetWithoutABody() {
        origin.behave(request -> "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n");

        RawAnswer answer = Call.of("HEAD", "/api/v1/shops").send(door.port());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).containsExactly("7");
    }

    @Test
    void shouldCarryALargeBodyThroughAndALargerOneNot() throws Exception {
        String large = "x".repeat(900_000);
        assertThat(Call.post("/api/v1/auth/refresh", large).send(door.port()).status())
                .isEqualTo(200);
        assertThat(origin.received().getFirst().body()).isEqualTo(large);
        origin.forget();

        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 16; i++) {
                connection.send(chunk);
            }
            connection.send("1\r\nx\r\n");
            assertThat(connection.answer().status()).isEqualTo(413);
        }
        assertThat(origin.received()).isEmpty();
    }

    @Test
    void shouldAskForTheBodyOnlyWhenItIsWanted() throws Exception {
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send(
                    "POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(100);
            connection.send("{}");
            assertThat(connection.answer().status()).isEqualTo(200);
        }
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send(
                    "POST /api/v1/shops HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(401);
        }
        assertThat(origin.received()).hasSize(1);
    }

    @Test
    void shouldAnswerPipelinedRequestsInOrder() throws Exception {
        origin.behave(request -> Origin.ok("\"" + request.target() + "\""));
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("GET /api/v1/shops?1 HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /api/v1/shops?2 HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(connection.answer().body()).isEqualTo("\"/api/v1/shops?1\"");
            assertThat(connection.answer().status()).isEqualTo(404);
            assertThat(connection.answer().body()).isEqualTo("\"/api/v1/shops?2\"");
        }
    }

    @Test
    void shouldTryAgainWhatMayBeRepeated() {
        AtomicInteger attempts = new AtomicInteger();
        origin.behave(request -> attempts.getAndIncrement() == 0 ? Origin.HANG_UP : Origin.ok("{}"));

        assertThat(Call.get("/api/v1/shops").send(door.port()).status()).isEqualTo(200);
        assertThat(attempts).hasValue(2);

        attempts.set(0);
        Call booking = Call.post("/api/v1/appointments", "{\"a\":1}")
                .header("Idempotency-Key", "k")
                .from("127.0.0.21");
        assertThat(booking.send(door.port()).status()).isEqualTo(200);
        assertThat(origin.received().getLast().body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void shouldNotTryAgainWhatMustNotBeRepeated() {
        AtomicInteger attempts = new AtomicInteger();
        origin.behave(request -> {
            attempts.incrementAndGet();
            return Origin.HANG_UP;
        });

        assertThat(Call.post("/api/v1/auth/refresh", "{}").send(door.port()).status())
                .isEqualTo(502);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldHideWhyAServiceIsNotThere() {
        RawAnswer answer = Call.get("/test/nobody").send(door.port());

        assertThat(answer.status()).isIn(502, 503);
        assertThat(answer.body()).doesNotContain("127.0.0.1", "Connection refused", "Exception");
    }

    @Test
    void shouldBeHealthyOnlyWithTheDatabase() throws Exception {
        assertThat(Call.get("/health").send(door.port()).body())
                .contains("\"status\":\"healthy\"", "\"database\":\"up\"");
        AutoCloseable down = ServiceFace.databaseDown();
        try (down) {
            Awaitility.await().untilAsserted(() -> {
                RawAnswer answer = Call.get("/health").send(door.port());
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).contains("\"status\":\"unhealthy\"", "\"database\":\"down\"");
            });
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(Call.get("/health").send(door.port()).status())
                                .isEqualTo(200));
    }

    @Test
    void shouldCountRequestsByTemplateNeverByPath() {
        Call.get("/api/v1/shops/some-shop").send(door.port());
        Call.get("/nowhere/at/all").send(door.port());

        String metrics = Call.get("/metrics").send(door.port()).body();

        assertThat(metrics)
                .contains("http_requests_total{endpoint=\"/api/v1/shops/{shop}\",method=\"GET\",status=\"200\",}")
                .contains("http_requests_total{endpoint=\"unmatched\",method=\"GET\",status=\"404\",}")
                .contains(
                        "http_request_duration_seconds_bucket{endpoint=\"/api/v1/shops/{shop}\",method=\"GET\",le=\"0.1\",}")
                .contains("gateway_limit_decisions_total", "gateway_upstream_seconds_bucket", "gateway_shed_total")
                .doesNotContain("some-shop", "nowhere");
    }
}
