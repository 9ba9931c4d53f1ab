package com.bookedbarber.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Lets pages of listed origins call the API, and nobody else's. The web application needs none of this: it is served
 * from the same origin.
 */
@Singleton
public final class Cors {

    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, X-Process-Time, Idempotency-Replayed";
    private static final String ALLOWED =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Manage-Token, X-Request-Id";

    private final Set<String> origins;

    Cors(CorsConfig config) {
        this.origins = config.origins().orElse(Set.of());
    }

    /** Whether this only asks what another request may do. */
    public static boolean preflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Answers a preflight request for a path with these methods. */
    public void allow(HttpServerRequest request, String methods) {
        if (origins.contains(request.getHeader(HttpHeaders.ORIGIN))) {
            request.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        }
    }

    /** Says on any answer whether its origin may read it; what a service says of this never gets here. */
    void answer(HttpServerRequest request, MultiMap headers) {
        if (origins.isEmpty()) {
            return;
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
}
