package com.bookedbarber.analytics.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps computed dashboards in Redis, counting {@code bb_dashboard_cache_total{result=hit|miss|error}}.
 *
 * <p>Redis may be gone at any time. Then dashboards are computed, and after a few failures Redis is not even asked for
 * some seconds, so that one that is dead or slow costs nothing.
 */
@ApplicationScoped
class DashboardCache {

    private static final Logger LOG = Logger.getLogger(DashboardCache.class);
    private static final String PREFIX = "analytics:dashboard:";
    private static final int FAILURES_LOOKED_AT = 4;

    private final ValueCommands<String, String> values;
    private final MeterRegistry meters;
    private final Guard guard;
    private final long keptForSeconds;

    DashboardCache(RedisDataSource redis, MeterRegistry meters, DashboardConfig config) {
        this.values = redis.value(String.class);
        this.meters = meters;
        this.keptForSeconds = config.keptFor().toSeconds();
        this.guard = Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(FAILURES_LOOKED_AT)
                .failureRatio(0.5)
                .delay(config.pauseAfterFailure().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** The kept dashboard of that key, or the computed one, which is then kept. */
    KeptDashboard get(String key, Supplier<String> compute) {
        String kept;
        try {
            kept = guard.get(() -> values.get(PREFIX + key), String.class);
        } catch (RuntimeException unreachable) {
            count("error");
            LOG.debug("Redis cannot be read", unreachable);
            return new KeptDashboard(Instant.now(), compute.get());
        }
        Optional<KeptDashboard> found = KeptDashboard.parse(kept);
        count(found.isPresent() ? "hit" : "miss");
        return found.orElseGet(() -> keep(key, compute.get()));
    }

    private KeptDashboard keep(String key, String json) {
        KeptDashboard fresh = new KeptDashboard(Instant.now(), json);
        try {
            guard.get(
                    () -> {
                        values.setex(PREFIX + key, keptForSeconds, fresh.text());
                        return Boolean.TRUE;
                    },
                    Boolean.class);
        } catch (RuntimeException unreachable) {
            LOG.debug("Redis cannot be written", unreachable);
        }
        return fresh;
    }

    private void count(String result) {
        meters.counter("bb.dashboard.cache", "result", result).increment();
    }
}
