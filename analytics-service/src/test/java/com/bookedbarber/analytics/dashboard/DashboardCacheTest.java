package com.bookedbarber.analytics.dashboard;

import com.bookedbarber.analytics.AnalyticsTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DashboardCacheTest implements AnalyticsTest {

    @Inject
    RedisDataSource redis;

    @Inject
    @RedisClientName("absent")
    RedisDataSource absent;

    @Inject
    DashboardConfig config;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger computed = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();

    /** A first connection, made by a JVM that just started, may take longer than we wait for Redis. */
    @BeforeEach
    void connect() {
        Awaitility.await().ignoreExceptions().until(() -> redis.execute("PING") != null);
    }

    @Test
    void shouldComputeOnceAndKeepTheResult() {
        DashboardCache cache = new DashboardCache(redis, meters, config);

        assertThat(cache.get(key, this::compute).json()).isEqualTo("{\"n\":1}");
        assertThat(cache.get(key, this::compute).json()).isEqualTo("{\"n\":1}");

        assertThat(count("miss")).isEqualTo(1);
        assertThat(count("hit")).isEqualTo(1);
    }

    @Test
    void shouldForgetAfterTenMinutes() {
        new DashboardCache(redis, meters, config).get(key, this::compute);
        assertThat(redis.key().ttl("analytics:dashboard:" + key)).isBetween(590L, 600L);
    }

    @Test
    void shouldComputeWhenWhatIsKeptIsNoneOfOurs() {
        redis.value(String.class).set("analytics:dashboard:" + key, "nonsense");
        assertThat(new DashboardCache(redis, meters, config)
                        .get(key, this::compute)
                        .json())
                .isEqualTo("{\"n\":1}");
    }

    @Test
    void shouldComputeEveryTimeWithoutRedis() {
        DashboardCache cache = new DashboardCache(absent, meters, config);

        for (int i = 1; i <= 20; i++) {
            assertThat(cache.get(key, this::compute).json()).isEqualTo("{\"n\":" + i + "}");
        }
        assertThat(count("error")).isEqualTo(20);
    }

    @Test
    void shouldStopAskingARedisThatIsDead() {
        DashboardCache cache = new DashboardCache(absent, meters, config);
        for (int i = 0; i < 4; i++) {
            cache.get(key, this::compute);
        }

        long begin = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            cache.get(key, this::compute);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("a thousand dashboards while Redis is left alone")
                .isLessThan(Duration.ofSeconds(1));
    }

    private String compute() {
        return "{\"n\":" + computed.incrementAndGet() + "}";
    }

    private double count(String result) {
        return meters.counter("bb.dashboard.cache", "result", result).count();
    }
}
