package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.wire.ConnectionGuard;
import com.bookedbarber.gateway.wire.ListenerConfig;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.Received;
import com.bookedbarber.gateway.world.Suite;
import com.bookedbarber.gateway.world.TestCertificate;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A front with a certificate, to which clients speak HTTP/2 or HTTP/1.1 as they like. */
@QuarkusTest
@WithTestResource(Suite.class)
class TlsFrontTest {

    private static final List<String> ONCE = List.of(
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "X-Request-Id",
            "X-Process-Time",
            "Cache-Control");

    private final Origin origin = Suite.origin();

    @Inject
    Vertx vertx;

    @Inject
    Edges edges;

    @Inject
    ListenerConfig config;

    @Inject
    ConnectionGuard connections;

    @TempDir
    Path folder;

    private FrontVerticle front;
    private HttpClient client;

    @BeforeEach
    void open() throws Exception {
        origin.forget();
        TestCertificate certificate = TestCertificate.in(folder);
        front = new FrontVerticle(edges, new TlsListener(config, certificate), connections);
        vertx.deployVerticle(front).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        vertx.undeploy(front.deploymentID())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeInTheVersionTheClientSpeaks(HttpClient.Version version) throws Exception {
        HttpResponse<String> answer = send(to("/api/v1/shops").version(version).header("X-Request-Id", "over-tls-1"));

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("over-tls-1");
        assertProtected(answer);
        Received received = origin.received().getFirst();
        assertThat(received.header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(received.header("X-Forwarded-Host")).containsExactly("localhost:" + front.port());
        assertThat(received.headerLines()).noneMatch(line -> line.startsWith(":"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryBodiesSmallAndLarge(HttpClient.Version version) throws Exception {
        for (String body : List.of("{\"refreshToken\":\"x\"}", "x".repeat(300_000))) {
            HttpResponse<String> answer =
                    send(to("/api/v1/auth/refresh").version(version).POST(BodyPublishers.ofString(body)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(origin.received().getLast().body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAsWithoutTls(HttpClient.Version version) throws Exception {
        HttpResponse<String> nobody = send(to("/api/v1/users/me").version(version));
        HttpResponse<String> climbing = send(to("/api/v1/shops%2f..%2fx").version(version));

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"bookedbarber\"");
        assertThat(climbing.statusCode()).isEqualTo(400);
        for (HttpResponse<String> refused : List.of(nobody, climbing)) {
            assertProtected(refused);
            assertThat(refused.headers().allValues("Content-Type")).containsExactly("application/problem+json");
            assertThat(refused.body())
                    .contains(refused.headers().firstValue("X-Request-Id").orElseThrow());
        }
        assertThat(origin.received()).isEmpty();
    }

    @Test
    void shouldGiveEachOfManyStreamsItsOwnAnswer() throws Exception {
        origin.behave(request -> Origin.ok("\"" + request.target() + "\""));
        send(to("/api/v1/shops"));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            answers.add(client.sendAsync(to("/api/v1/shops?query=" + i).build(), BodyHandlers.ofString()));
        }

        for (int i = 0; i < answers.size(); i++) {
            HttpResponse<String> answer = answers.get(i).get(10, TimeUnit.SECONDS);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("\"/api/v1/shops?query=" + i + "\"");
        }
    }

    @Test
    void shouldDropASlowStreamAndServeTheOthers() throws Exception {
        try (SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>()) {
            BodyPublisher slow = BodyPublishers.fromPublisher(body, 100);
            CompletableFuture<HttpResponse<String>> slowOne =
                    client.sendAsync(to("/api/v1/auth/refresh").POST(slow).build(), BodyHandlers.ofString());
            body.submit(ByteBuffer.wrap(new byte[] {'{'}));

            assertThat(send(to("/api/v1/shops")).statusCode()).isEqualTo(200);
            assertThat(slowOne.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(408);
        }
        assertThat(send(to("/api/v1/shops")).statusCode()).isEqualTo(200);
        assertThat(origin.received()).extracting(Received::method).containsOnly("GET");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + front.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertProtected(HttpResponse<String> answer) {
        for (String name : ONCE) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }
}
