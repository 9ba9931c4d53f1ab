package com.bookedbarber.gateway.metrics;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

import java.util.Set;

/** {@code GET /metrics}: what Prometheus reads. The ingress does not route to it. */
@Singleton
final class MetricsEndpoint implements OwnEndpoint {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final Vertx vertx;

    MetricsEndpoint(PrometheusMeterRegistry registry, Vertx vertx) {
        this.registry = registry;
        this.vertx = vertx;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/metrics");
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        // Writing some hundred lines takes milliseconds, which other requests should not wait for.
        return vertx.executeBlocking(() -> registry.scrape(TEXT), false)
                .compose(text -> exchange.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                        .end(text));
    }
}
