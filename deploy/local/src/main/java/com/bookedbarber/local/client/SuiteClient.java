package com.bookedbarber.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of the suite, as anybody may write one: plain HTTP and JSON through the gateway. Every POST carries an
 * {@code Idempotency-Key}; while a service is away, requests that may be repeated are.
 */
public final class SuiteClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final HttpClient http;
    private final String url;
    private final Map<String, String> headers;
    private final Duration patience;

    private SuiteClient(HttpClient http, String url, Map<String, String> headers, Duration patience) {
        this.http = http;
        this.url = url;
        this.headers = headers;
        this.patience = patience;
    }

    /** An anonymous client that gives up at the first failure. */
    public static SuiteClient of(String url) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new SuiteClient(http, url, Map.of(), Duration.ZERO);
    }

    /** The same client, repeating for this long what a service that is away did not answer. */
    public SuiteClient patientFor(Duration patience) {
        return new SuiteClient(http, url, headers, patience);
    }

    /** The same client, signed in. */
    public SuiteClient signedIn(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same client, sending one more header. */
    public SuiteClient with(String header, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new SuiteClient(http, url, more, patience);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Creates something, under a key of its own unless {@link #with} set one. */
    public Answer post(String path, Object body) {
        var keyed = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
        return keyed.send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, Object body) {
        var begin = System.nanoTime();
        var request = request(method, path, body);
        for (int tries = 1; ; tries++) {
            var late = System.nanoTime() - begin > patience.toNanos();
            try {
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (late || !AWAY.contains(response.statusCode())) {
                    return answer(response, Duration.ofNanos(System.nanoTime() - begin), tries);
                }
            } catch (IOException e) {
                if (late) {
                    throw new UncheckedIOException(method + " " + url + path + ": " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
        }
    }

    private HttpRequest request(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        try {
            return request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, Duration took, int tries) {
        return new Answer(response.statusCode(), response.headers(), json(response), took, tries);
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
