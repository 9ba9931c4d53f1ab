package com.bookedbarber.local.e2e;

import com.bookedbarber.local.stack.Endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a process exports, read as Prometheus does. */
final class Scrape {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Scrape() {}

    /** The text that its management port answers with. */
    static String of(Endpoint process) {
        var metrics = process.readiness().resolve("/q/metrics");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(metrics).timeout(TIMEOUT).build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(metrics + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(metrics + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
