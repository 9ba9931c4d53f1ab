package com.bookedbarber.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

import java.util.List;

/**
 * The headers that protect a browser, set on every answer exactly once: a service's own are replaced. Which, and with
 * what values, is configuration ({@link SecurityHeaderConfig}).
 */
@Singleton
public final class SecurityHeaders {

    private record Header(CharSequence name, CharSequence value) {}

    private final List<Header> headers;

    SecurityHeaders(SecurityHeaderConfig config) {
        headers = config.headers().entrySet().stream()
                .filter(header -> !header.getValue().isBlank())
                .map(header -> new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
    }

    /** Sets them, whatever was there. */
    public void applyTo(MultiMap answer) {
        for (Header header : headers) {
            answer.set(header.name(), header.value());
        }
    }

    /** Appends them to an answer that is written by hand, as lines that end with CRLF. */
    public void appendTo(StringBuilder answer) {
        for (Header header : headers) {
            answer.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
    }

    /** Their names. */
    public List<String> names() {
        return headers.stream().map(header -> header.name().toString()).toList();
    }
}
