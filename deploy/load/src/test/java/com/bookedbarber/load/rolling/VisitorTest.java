package com.bookedbarber.load.rolling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Visitor visitor;
    private int changes;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        visitor = new Visitor(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldRenewWithTheTokenOfTheLastAnswerAndSendNoKey() {
        server.createContext("/api/v1/auth/login", exchange -> answer(exchange, 200, "first"));
        server.createContext("/api/v1/auth/refresh", exchange -> answer(exchange, 200, "next"));
        server.createContext("/api/v1/users/me", exchange -> {
            if (++changes == 2) {
                visitor.leave();
            }
            answer(exchange, 200, "");
        });

        var answers = visitor.stay();

        assertThat(answers.counts())
                .containsEntry("sign in 200", 1L)
                .containsEntry("renew 200", 2L)
                .containsEntry("change 200", 2L);
        assertThat(asked).element(1).asString().contains("\"first\"");
        assertThat(asked).element(3).asString().contains("\"next\"");
        assertThat(answers.count(answer -> !Visitor.isFine(answer))).isZero();
    }

    @Test
    void shouldCountEveryAnswerThatNobodyCameFor() {
        server.createContext("/", exchange -> {
            visitor.leave();
            answer(exchange, 503, "");
        });

        var answers = visitor.stay();

        assertThat(answers).hasToString("sign in 503 × 1");
        assertThat(answers.count(answer -> !Visitor.isFine(answer))).isOne();
    }

    private void answer(HttpExchange exchange, int status, String token) throws IOException {
        assertThat(exchange.getRequestHeaders()).doesNotContainKey("Idempotency-key");
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var body = "{\"accessToken\":\"%1$s\",\"refreshToken\":\"%1$s\"}"
                .formatted(token)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
