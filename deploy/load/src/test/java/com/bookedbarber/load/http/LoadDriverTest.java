package com.bookedbarber.load.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LoadDriverTest {

    private static final byte[] REQUEST = WireRequest.get("/").bytes();

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, served.incrementAndGet() % 4 == 0 ? 503 : 200));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldKeepExpectedAndUnexpectedAnswersApart() {
        var result =
                LoadDriver.run(Load.closed(port(), 3, Duration.ofSeconds(20)), number -> number < 200 ? REQUEST : null);

        assertThat(result.statuses()).hasToString("200 × 150, 503 × 50");
        assertThat(result.expected().count()).isEqualTo(150);
        assertThat(result.unexpected().count()).isEqualTo(50);
        assertThat(result.errors()).isEqualTo(50);
    }

    @Test
    void shouldCountARequestWithoutAnAnswerAsAnError() {
        int port = port();
        server.stop(0);

        var result =
                LoadDriver.run(Load.closed(port, 1, Duration.ofSeconds(20)), number -> number < 5 ? REQUEST : null);

        assertThat(result.statuses()).hasToString("none × 5");
        assertThat(result.errors()).isEqualTo(5);
    }

    @Test
    void shouldBeBoundedByTime() {
        var result = LoadDriver.run(Load.closed(port(), 2, Duration.ofMillis(300)), Requests.repeating(REQUEST));

        assertThat(result.seconds()).isBetween(0.3, 3.0);
        assertThat(result.statuses().total()).isEqualTo(served.get());
    }

    @Test
    void shouldSendAsManyASecondAsArriveThoughAnswersComeAtOnce() {
        var result = LoadDriver.run(Load.open(port(), 8, 200, Duration.ofSeconds(2)), Requests.repeating(REQUEST));

        // Four standard deviations of a Poisson process to each side.
        assertThat((double) result.statuses().total()).isCloseTo(400, within(80.0));
    }

    @Test
    void shouldBlameTheServerForRequestsThatWaitedForAConnection() {
        var later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        server.createContext("/slow", exchange -> later.execute(() -> answerUnchecked(exchange)));

        var result = LoadDriver.run(
                Load.open(port(), 1, 50, Duration.ofSeconds(1)),
                Requests.repeating(WireRequest.get("/slow").bytes()));

        assertThat(result.expected().millisAt(50)).isGreaterThan(1000);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        // Length 0 makes it chunked, which the driver has to read to its end before the next answer.
        var body = "{\"some\": \"thing\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 200 ? 0 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void answerUnchecked(HttpExchange exchange) {
        try {
            answer(exchange, 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
