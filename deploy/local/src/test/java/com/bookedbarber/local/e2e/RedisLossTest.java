package com.bookedbarber.local.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Redis holds counters and caches, nothing else: without it the suite is a little slower, never wrong. */
@Tag("stack")
class RedisLossTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.shared();
    private final TestShop shop = TestShop.open(suite.client(), 1);

    @AfterEach
    void bringRedisBack() {
        suite.stack().kill("redis");
        suite.stack().startRedis();
        await().atMost(SOON).until(() -> redisCheck().equals("up"));
    }

    @Test
    void shouldBookAndPayWhileRedisIsGoneAndHealWhenItIsBack() {
        var client = TestShop.signUp(suite.client(), "Patient");
        var times = shop.freeTimes(suite.client(), shop.deluxe(), 3);

        suite.stack().kill("redis");

        var booked = client.post("/api/v1/appointments", shop.booking(shop.deluxe(), "any", times.getFirst()));
        assertThat(booked.status()).as(booked.describe()).isEqualTo(201);
        var paid = client.post(
                "/api/v1/payments",
                Map.of(
                        "appointmentId", booked.text("/id"),
                        "purpose", "deposit",
                        "method", Map.of("token", "tok_visa")));
        assertThat(paid.status()).as(paid.describe()).isEqualTo(201);
        var today = LocalDate.now(ZoneOffset.UTC);
        var dashboard = shop.owner()
                .get("/api/v1/analytics/dashboard?shopId=" + shop.id() + "&from=" + today + "&to=" + today.plusDays(3));
        assertThat(dashboard.status()).as(dashboard.describe()).isEqualTo(200);

        await().atMost(SOON).until(() -> redisCheck().equals("degraded"));
        assertThat(suite.client().get("/readiness").status()).isEqualTo(200);

        suite.stack().startRedis();
        await().atMost(SOON).until(() -> redisCheck().equals("up"));
    }

    private String redisCheck() {
        return suite.client().get("/readiness").text("/checks/redis");
    }
}
