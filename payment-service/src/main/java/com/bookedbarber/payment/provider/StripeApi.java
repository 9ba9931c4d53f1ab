package com.bookedbarber.payment.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stripe's way of HTTP: forms in, JSON out, a key on everything that moves money. */
@ApplicationScoped
class StripeApi {

    /** The version whose answers this is written for; Stripe keeps it for us. */
    private static final String VERSION = "2025-06-30.basil";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** A request that Stripe has understood and will never grant, so that nothing was moved. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404);

    private final StripeConfig config;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    StripeApi(StripeConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    Reply get(String path) {
        Reply reply = send(request(path).GET());
        if (reply.isRefusal()) {
            throw new IllegalStateException("Stripe does not know " + path);
        }
        return reply;
    }

    Reply post(String path, Map<String, String> form, String idempotencyKey) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        String key = config.key().orElseThrow(() -> new IllegalStateException("STRIPE_SECRET_KEY is not set"));
        return HttpRequest.newBuilder(config.api().resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Stripe-Version", VERSION);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK && !REFUSALS.contains(answer.statusCode())) {
                throw new IllegalStateException("Stripe answered " + answer.statusCode());
            }
            return new Reply(answer.statusCode(), json.readTree(answer.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Stripe was asked", stop);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What Stripe says. */
    record Reply(int status, JsonNode body) {

        boolean isRefusal() {
            return status != OK;
        }
    }
}
