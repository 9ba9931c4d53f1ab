package com.bookedbarber.platform.event;

import com.bookedbarber.platform.client.ServiceTokens;
import io.cloudevents.CloudEvent;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Reads another service's feed over HTTP. */
final class FeedClient {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Supplier<HttpClient> http;
    private final URI service;
    private final ServiceTokens tokens;

    /** @param http asked for the client on the thread that reads */
    FeedClient(URI service, Supplier<HttpClient> http, ServiceTokens tokens) {
        this.http = http;
        this.service = service;
        this.tokens = tokens;
    }

    List<CloudEvent> read(String after, int limit, Duration wait) throws IOException, InterruptedException {
        String query = "after=%s&limit=%d&wait=%d"
                .formatted(URLEncoder.encode(after, StandardCharsets.UTF_8), limit, wait.toSeconds());
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/internal/events?" + query))
                .header("Authorization", "Bearer " + tokens.current())
                .header("Accept", Events.BATCH_MEDIA_TYPE)
                .timeout(wait.plus(GRACE))
                .build();
        HttpResponse<byte[]> answer = http.get().send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("The feed of " + service + " answered " + answer.statusCode());
        }
        return Events.read(answer.body());
    }
}
