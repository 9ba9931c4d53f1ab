package com.bookedbarber.gateway.shed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/**
 * Bounds how many requests are with all services together. The services share a database and a machine's cores, so when
 * all of them are busy dashboards give way to sign-in, booking and payment, although those are other services' work.
 */
@Singleton
public final class SuiteLimit {

    private final ConcurrencyLimit concurrency;

    SuiteLimit(ShedConfig config, MeterRegistry registry) {
        this.concurrency = new ConcurrencyLimit(config.concurrency(), System::nanoTime);
        Gauge.builder("gateway.suite.inflight", concurrency, ConcurrencyLimit::inFlight)
                .description("Requests that are with all services now")
                .register(registry);
        FunctionCounter.builder("gateway.suite.shed", concurrency, ConcurrencyLimit::refused)
                .description("Requests turned away because all services together have enough to do")
                .register(registry);
    }

    /** The bound. */
    public ConcurrencyLimit concurrency() {
        return concurrency;
    }
}
