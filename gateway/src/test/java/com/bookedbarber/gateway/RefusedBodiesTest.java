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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import static org.assertj.core.api.Assertions.assertThat;

/** A client whose body is not wanted still gets its answer, and what it sends meanwhile harms nobody. */
@QuarkusTest
@WithTestResource(Suite.class)
class RefusedBodiesTest {

    private static final String KIB = "x".repeat(1024);

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        Suite.origin().forget();
    }

    @Test
    void shouldLetAClientReadThatItsBodyIsTooLarge() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + "/api/v1/auth/refresh"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(KIB.repeat(10 * 1024)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void shouldServeTheNextRequestAfterARefusalThatLeftABodyUnread() throws Exception {
        String large = KIB.repeat(300);
        try (RawConnection connection = new RawConnection(door.port())) {
            for (String target : new String[] {"/api/v1/shops", "/nowhere", "/health"}) {
                connection.send("POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length()
                        + "\r\n\r\n" + large);
                assertThat(connection.answer().status()).isIn(401, 404, 405);
            }
            connection.send("GET /api/v1/shops HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void shouldHearNothingThatStandsBehindARequestWhichEndedTheConnection() throws Exception {
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/shops HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(400);
            assertThat(connection.ends()).isTrue();
        }
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nConnection: Authorization\r\n"
                    + "Content-Length: 5\r\n\r\nhelloGET /api/v1/shops HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(400);
            assertThat(connection.ends()).isTrue();
        }
        assertThat(Suite.origin().received()).isEmpty();
    }

    @Test
    void shouldEndAConnectionWhoseClientGoesOnSendingForTooLong() throws Exception {
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + KIB);
            assertThat(connection.answer().status()).isEqualTo(404);

            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    void shouldNotLetALargeSignInEvadeTheLimitOfItsAccount() {
        String padded = "{\"email\":\"a@b.example\",\"password\":\"p\",\"x\":\"" + KIB.repeat(64) + "\"}";

        assertThat(Call.post("/api/v1/auth/login", padded).send(door.port()).status())
                .isEqualTo(413);
        assertThat(Suite.origin().received()).isEmpty();
    }

    @Test
    void shouldRefuseALargeBodyThatArrivesTooSlowlyAndBlameNobodyElse() throws Exception {
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send(
                    "POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n" + KIB.repeat(80));

            RawAnswer answer = connection.answer();

            assertThat(answer.status()).isEqualTo(408);
        }
        assertThat(Call.get("/api/v1/shops").send(door.port()).status()).isEqualTo(200);
    }

    @Test
    void shouldSayInsteadOfHalfAnAnswerThatTheServiceBrokeOff() {
        Suite.origin().behave(request -> "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 100\r\n\r\nhalf");
        Suite.origin().hangUpAfterAnswers(true);
        try {
            RawAnswer answer = Call.get("/api/v1/shops").send(door.port());

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.header("ETag")).isEmpty();
            assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
        } finally {
            Suite.origin().hangUpAfterAnswers(false);
        }
    }

    @Test
    void shouldCarryALargeAnswerToASlowReaderWhole() throws Exception {
        String large = KIB.repeat(4 * 1024);
        Suite.origin().behave(request -> Origin.ok(large));
        try (RawConnection connection = new RawConnection(door.port())) {
            connection.send("GET /api/v1/shops HTTP/1.1\r\nHost: a\r\n\r\n");
            RawAnswer head = connection.head();
            // Nothing is read for a while: what does not fit into the sockets' buffers has to wait.
            Awaitility.await().pollDelay(java.time.Duration.ofMillis(300)).until(() -> true);

            assertThat(connection.rest(head)).isEqualTo(large);
        }
    }

    @Test
    void shouldSayWhatMayBeAskedOfAnAddress() {
        RawAnswer answer = Call.of("OPTIONS", "/api/v1/shops").send(door.port());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).containsExactly("GET, HEAD, OPTIONS, POST");
        assertThat(Call.of("OPTIONS", "/health").send(door.port()).header("Allow"))
                .containsExactly("GET, HEAD, OPTIONS");
    }

    @Test
    void shouldNotShowAServicesOwnAddress() {
        Suite.origin()
                .behave(request ->
                        Origin.answer(201, "{}", "Location: " + Suite.origin().url() + "/api/v1/x/1"));

        assertThat(Call.get("/api/v1/shops").send(door.port()).header("Location"))
                .containsExactly("/api/v1/x/1");
    }
}
