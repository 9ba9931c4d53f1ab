package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.route.RouteTables;
import com.bookedbarber.platform.stores.EmbeddedRedis;
import com.bookedbarber.platform.stores.FreePort;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Three gateways that share one Redis, each with its own event loop, memory and clock. */
class SharedLimitTest {

    private static final RateCaller CALLER = new RateCaller("203.0.113.7", null, null, null);

    @TempDir
    Path folder;

    private EmbeddedRedis redis;
    private final List<Vertx> processes = new ArrayList<>();
    private final List<RateLimiter> gateways = new ArrayList<>();

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start(FreePort.next(), folder, folder.resolve("log"));
        for (int i = 0; i < 3; i++) {
            Vertx vertx = Vertx.vertx();
            processes.add(vertx);
            RateLimiterConfig config = new Settings(redis.url());
            RateLimiter gateway = new RateLimiter(
                    new RatePolicies(Settings.limits("300/2s"), config, RouteTables.one("limits test")),
                    new RedisCounters(vertx, config),
                    new LocalLimiter(3, 1000, System::nanoTime),
                    new DeniedKeys(1000),
                    new LimitMeters(new SimpleMeterRegistry()));
            gateways.add(gateway);
            gateway.start();
        }
        Awaitility.await().until(() -> gateways.stream().allMatch(RateLimiter::shared));
    }

    @AfterEach
    void stop() {
        gateways.forEach(RateLimiter::close);
        processes.forEach(Vertx::close);
        redis.close();
    }

    @Test
    void shouldLetThroughTheLimitAndNoMoreAtTenTimesTheLimit() throws Exception {
        int allowed = 0;
        for (int i = 0; i < 3000; i++) {
            allowed += ask(gateways.get(i % 3)) ? 1 : 0;
        }

        // All of it within one window, or at most the beginning of a second one on a very slow machine.
        assertThat(allowed).isEqualTo(300);
    }

    @Test
    void shouldRefuseNobodyBelowTheLimit() throws Exception {
        long window = TimeUnit.SECONDS.toNanos(2);
        long start = System.nanoTime();
        int refused = 0;
        for (int i = 0; i < 420; i++) {
            while (System.nanoTime() - start < i * window / 290) {
                Thread.onSpinWait();
            }
            refused += ask(gateways.get(i % 3)) ? 0 : 1;
        }

        assertThat(refused).isZero();
    }

    @Test
    void shouldShareTheLimitWithoutRedisAndReturnToItInTime() throws Exception {
        redis.close();
        int allowed = 0;
        long slowest = 0;
        for (int i = 0; i < 900; i++) {
            long asked = System.nanoTime();
            allowed += ask(gateways.get(i % 3)) ? 1 : 0;
            slowest = Math.max(slowest, i < 10 ? 0 : System.nanoTime() - asked);
        }

        assertThat(allowed).isEqualTo(300);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofMillis(50));
        redis = EmbeddedRedis.start(redis.port(), folder, folder.resolve("log"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> gateways.stream().allMatch(RateLimiter::shared));
    }

    private static boolean ask(RateLimiter gateway) throws Exception {
        return gateway
                .decide(RouteTables.route("limits test"), CALLER)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .stream()
                .allMatch(RateDecision::allowed);
    }
}
