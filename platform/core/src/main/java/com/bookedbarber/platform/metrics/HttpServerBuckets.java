package com.bookedbarber.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** Gives the server's request timer the buckets that the latency objectives are computed from. */
public class HttpServerBuckets {

    private static final String REQUESTS = "http.server.requests";

    private static final double[] OBJECTIVES = DoubleStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .map(millis -> Duration.ofMillis((long) millis).toNanos())
            .toArray();

    /** The filter, found by the meter registry. */
    @Produces
    @Singleton
    MeterFilter requestBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(OBJECTIVES)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
