package com.bookedbarber.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What is measured of one feed: {@code bb_feed_lag_seconds}, {@code bb_feed_events_total}, {@code bb_feed_failures_total}. */
final class FeedMeters {

    private final AtomicReference<Instant> behindSince = new AtomicReference<>();
    private final Counter events;
    private final Counter failures;

    FeedMeters(String source, MeterRegistry meters) {
        Gauge.builder("bb.feed.lag.seconds", this, FeedMeters::lagSeconds)
                .description("Age of the oldest event that was not taken in yet; 0 when there is none")
                .tag("source", source)
                .strongReference(true)
                .register(meters);
        this.events = Counter.builder("bb.feed.events")
                .description("Events taken in")
                .tag("source", source)
                .register(meters);
        this.failures = Counter.builder("bb.feed.failures")
                .description("Reads or batches that failed and were tried again")
                .tag("source", source)
                .register(meters);
    }

    void upToDate() {
        behindSince.set(null);
    }

    void behindSince(Instant oldest) {
        behindSince.set(oldest);
    }

    void took(int count) {
        events.increment(count);
    }

    void failed() {
        failures.increment();
        behindSince.compareAndSet(null, Instant.now());
    }

    private double lagSeconds() {
        Instant since = behindSince.get();
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
