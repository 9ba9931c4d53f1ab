package com.bookedbarber.gateway.limit;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the limiter of each event loop. */
@Singleton
public final class RateLimiters {

    private final RatePolicies policies;
    private final RateLimiterConfig config;
    private final LocalLimiter local;
    private final LimitMeters meters;
    private final List<RateLimiter> created = new CopyOnWriteArrayList<>();

    RateLimiters(RatePolicies policies, RateLimiterConfig config, LocalLimiter local, LimitMeters meters) {
        this.policies = policies;
        this.config = config;
        this.local = local;
        this.meters = meters;
    }

    /** A limiter for the event loop that calls. */
    public RateLimiter create(Vertx vertx) {
        RecentRooms recent = new RecentRooms(() -> config.instances() * created.size());
        RateLimiter limiter = new RateLimiter(
                policies,
                new RedisCounters(vertx, config, recent),
                local,
                new DeniedKeys(config.rememberedKeys()),
                recent,
                meters);
        created.add(limiter);
        return limiter;
    }

    /** Whether all of them count in Redis at the moment. */
    public boolean shared() {
        return !created.isEmpty() && created.stream().allMatch(RateLimiter::shared);
    }
}
