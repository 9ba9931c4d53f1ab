package com.bookedbarber.local.demo;

import com.bookedbarber.local.client.Answer;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Plays steps one after the other and reports each with its status and its time. */
final class Steps {

    private static final int POLL_MILLIS = 100;

    private final Consumer<String> report;
    private int number;

    Steps(Consumer<String> report) {
        this.report = report;
    }

    /** One request that must be answered with this status. */
    Answer expect(int status, String name, Supplier<Answer> request) {
        var answer = request.get();
        report(name, answer.status(), answer.took().toNanos(), answer.tries());
        if (answer.status() != status) {
            throw failure(name, answer, "");
        }
        return answer;
    }

    /** One request, repeated until its answer is as expected. */
    Answer await(int seconds, String name, Supplier<Answer> request, Predicate<Answer> expected, String advice) {
        var begin = System.nanoTime();
        var answer = request.get();
        while (!(answer.succeeded() && expected.test(answer))) {
            if (System.nanoTime() - begin > seconds * 1_000_000_000L) {
                throw failure(name, answer, "Waited " + seconds + " s. " + advice);
            }
            pause();
            answer = request.get();
        }
        report(name, answer.status(), System.nanoTime() - begin, 1);
        return answer;
    }

    private void report(String name, int status, long nanos, int tries) {
        report.accept("%2d  %-58s %3d %7.0f ms%s"
                .formatted(++number, name, status, nanos / 1e6, tries > 1 ? "  (" + tries + " tries)" : ""));
    }

    private static DemoException failure(String name, Answer answer, String advice) {
        var hint = switch (answer.status()) {
            case 429 -> "A rate limit of the gateway applies: start the stack without BB_LIMITS=default.";
            case 502, 503, 504 -> "A service is away: see .local/log, and start it again with ./dev up <name>.";
            default ->
                "See .local/log for what the services say about request "
                        + answer.headers().firstValue("X-Request-Id").orElse("(no id)") + ".";
        };
        return new DemoException("%s: answered %s. %s"
                .formatted(name.toLowerCase(Locale.ROOT), answer.describe(), advice.isEmpty() ? hint : advice));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
