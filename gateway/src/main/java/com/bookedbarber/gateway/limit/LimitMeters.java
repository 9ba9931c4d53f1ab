package com.bookedbarber.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code gateway_limit_decisions_total}: what each limit has decided, and who counted. */
@Singleton
final class LimitMeters {

    private record Key(String policy, boolean allowed, Source source) {}

    /** Who counted: Redis before the request went on, or after it; the gateway alone; nobody, refused as shortly before. */
    enum Source {
        REDIS,
        AHEAD,
        LOCAL,
        REMEMBERED
    }

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    LimitMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(RateDecision decision, Source source) {
        counters.computeIfAbsent(new Key(decision.policy().name(), decision.allowed(), source), this::counter)
                .increment();
    }

    private Counter counter(Key key) {
        return Counter.builder("gateway.limit.decisions")
                .description("Decisions of the rate limits")
                .tag("policy", key.policy())
                .tag("decision", key.allowed() ? "allowed" : "refused")
                .tag("source", key.source().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
