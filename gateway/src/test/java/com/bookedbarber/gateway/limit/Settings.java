package com.bookedbarber.gateway.limit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A limiter's settings in a test. */
record Settings(String redisUrl) implements RateLimiterConfig {

    static RateLimitConfig limits(String rate) {
        return () -> Map.of("test", new OneLimit(rate));
    }

    private record OneLimit(String rate) implements RateLimitConfig.Limit {
        @Override
        public Optional<String> demoRate() {
            return Optional.empty();
        }

        @Override
        public String per() {
            return "address";
        }
    }

    @Override
    public String profile() {
        return "default";
    }

    @Override
    public Duration patience() {
        // Three gateways, Redis and a compiler share two processors here.
        return Duration.ofSeconds(3);
    }

    @Override
    public int instances() {
        return 3;
    }

    @Override
    public int rememberedKeys() {
        return 1000;
    }
}
