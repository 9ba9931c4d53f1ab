package com.bookedbarber.gateway.proxy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How the services answer: {@code gateway_upstream_seconds} (by service and class of status) and
 * {@code gateway_upstream_failures_total} (by service and what went wrong).
 */
@Singleton
final class UpstreamMeters {

    /** Why there was no answer. */
    enum Failure {
        NOT_REACHABLE,
        CUT_OFF,
        TOO_LATE
    }

    private record Answers(String upstream, int statusClass) {}

    private record Failures(String upstream, Failure failure) {}

    private final MeterRegistry registry;
    private final Map<Answers, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Failures, Counter> counters = new ConcurrentHashMap<>();

    UpstreamMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Upstream upstream, int status, long tookNanos) {
        timers.computeIfAbsent(new Answers(upstream.name(), status / 100), this::timer)
                .record(tookNanos, TimeUnit.NANOSECONDS);
    }

    void failed(Upstream upstream, Failure failure) {
        counters.computeIfAbsent(new Failures(upstream.name(), failure), this::counter)
                .increment();
    }

    private Timer timer(Answers key) {
        return Timer.builder("gateway.upstream")
                .description("Time until a service begins to answer")
                .tag("upstream", key.upstream())
                .tag("status", key.statusClass() + "xx")
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
    }

    private Counter counter(Failures key) {
        return Counter.builder("gateway.upstream.failures")
                .description("Calls that a service did not answer")
                .tag("upstream", key.upstream())
                .tag("reason", key.failure().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
    }
}
