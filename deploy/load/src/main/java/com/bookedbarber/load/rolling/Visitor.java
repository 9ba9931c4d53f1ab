package com.bookedbarber.load.rolling;

import com.bookedbarber.load.http.HttpWire;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.Tally;
import com.bookedbarber.local.demo.DemoAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who signs in, renews the tokens and changes the account, one request after the other. None of these requests
 * has a key, so what breaks off nobody may repeat: neither this client nor anything between.
 */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int RENEWALS = 10;

    private final int port;
    private final Tally answers = new Tally();
    private volatile boolean over;

    Visitor(int port) {
        this.port = port;
    }

    /** Goes on until {@link #leave}; gives what was answered, such as {@code sign in 200}. */
    Tally stay() {
        try (var wire = new HttpWire(port)) {
            while (!over) {
                visit(wire);
            }
        }
        return answers;
    }

    void leave() {
        over = true;
    }

    /** Whether an answer is what a visitor came for. */
    static boolean isFine(String answer) {
        return answer.endsWith(" 200");
    }

    private void visit(HttpWire wire) {
        var tokens = ask(wire, "sign in", WireRequest.post("/api/v1/auth/login").bytes("""
                {"email":"%s","password":"%s"}""".formatted(
                        DemoAccounts.CLIENT.email(), DemoAccounts.PASSWORD)));
        for (int renewal = 1; renewal <= RENEWALS && !over && tokens.has("refreshToken"); renewal++) {
            tokens = ask(wire, "renew", WireRequest.post("/api/v1/auth/refresh").bytes("""
                    {"refreshToken":"%s"}""".formatted(
                            tokens.path("refreshToken").asText())));
            ask(
                    wire,
                    "change",
                    WireRequest.patch("/api/v1/users/me")
                            .signedIn(tokens.path("accessToken").asText())
                            .bytes("""
                    {"phone":"+1 555 %04d"}""".formatted(renewal)));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private JsonNode ask(HttpWire wire, String what, byte[] request) {
        try {
            var answer = wire.exchange(request);
            answers.add(what + " " + answer.status());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            answers.add(what + " none");
            return MissingNode.getInstance();
        }
    }
}
