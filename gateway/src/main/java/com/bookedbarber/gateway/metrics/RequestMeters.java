package com.bookedbarber.gateway.metrics;

import com.bookedbarber.gateway.exchange.Exchange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * {@code http_requests_total} by method, endpoint and status, and the histogram {@code http_request_duration_seconds} by
 * method and endpoint. An endpoint is a template of a route, never a path, so there are only so many.
 */
@Singleton
public final class RequestMeters {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = LongStream.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private record Count(String method, String endpoint, int status) {}

    private record Time(String method, String endpoint) {}

    private final MeterRegistry registry;
    private final Map<Count, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Time, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Records an exchange that has ended. */
    public void record(Exchange exchange, int status) {
        String sent = exchange.request().method().name();
        String method = METHODS.contains(sent) ? sent : "other";
        counters.computeIfAbsent(new Count(method, exchange.endpoint(), status), this::counter)
                .increment();
        timers.computeIfAbsent(new Time(method, exchange.endpoint()), this::timer)
                .record(exchange.elapsedNanos(), TimeUnit.NANOSECONDS);
    }

    /** Records an answer to something that never became a request. */
    public void recordUnread(int status) {
        counters.computeIfAbsent(new Count("other", Exchange.UNMATCHED, status), this::counter)
                .increment();
    }

    private Counter counter(Count key) {
        return Counter.builder("http.requests")
                .description("Total HTTP requests")
                .tag("method", key.method())
                .tag("endpoint", key.endpoint())
                .tag("status", Integer.toString(key.status()))
                .register(registry);
    }

    private Timer timer(Time key) {
        return Timer.builder("http.request.duration")
                .description("HTTP request duration")
                .tag("method", key.method())
                .tag("endpoint", key.endpoint())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
