package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Three gateways' limiters that share one Redis, each with its own event loop, memory and clock. */
final class ThreeGateways implements AutoCloseable {

    static final int COUNT = 3;

    private static final Route ROUTE = RouteTables.route("limits test");

    private final List<Vertx> processes = new ArrayList<>();
    private final List<RateLimiter> limiters = new ArrayList<>();

    /** A limiter belongs to one event loop. */
    private final List<Context> loops = new ArrayList<>();

    ThreeGateways(String redisUrl, String rate) {
        for (int i = 0; i < COUNT; i++) {
            Vertx vertx = Vertx.vertx();
            processes.add(vertx);
            loops.add(vertx.getOrCreateContext());
            RateLimiterConfig config = new Settings(redisUrl);
            RecentRooms recent = new RecentRooms(() -> COUNT);
            RateLimiter limiter = new RateLimiter(
                    new RatePolicies(Settings.limits(rate), config, RouteTables.one("limits test")),
                    new RedisCounters(vertx, config, recent),
                    new LocalLimiter(COUNT, 1000, System::nanoTime),
                    new DeniedKeys(1000),
                    recent,
                    new LimitMeters(new SimpleMeterRegistry()));
            limiters.add(limiter);
            limiter.start();
        }
    }

    /** Whether all of them count in Redis. */
    boolean shared() {
        return limiters.stream().allMatch(RateLimiter::shared);
    }

    /** Asks one of them; fails if there is no decision. */
    boolean ask(int gateway, String address) throws Exception {
        CompletableFuture<List<RateDecision>> decided = new CompletableFuture<>();
        RateCaller caller = new RateCaller(address, null, null, null);
        loops.get(gateway)
                .runOnContext(run -> limiters.get(gateway)
                        .decide(ROUTE, caller)
                        .onSuccess(decided::complete)
                        .onFailure(decided::completeExceptionally));
        return decided.get(5, TimeUnit.SECONDS).stream().allMatch(RateDecision::allowed);
    }

    @Override
    public void close() {
        limiters.forEach(RateLimiter::close);
        processes.forEach(Vertx::close);
    }
}
