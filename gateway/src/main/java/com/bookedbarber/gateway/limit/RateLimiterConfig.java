package com.bookedbarber.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import java.time.Duration;

/** How limits are counted. */
@ConfigMapping(prefix = "bb.gateway.limiter")
public interface RateLimiterConfig {

    /** Which column of the limits holds: {@code default} or {@code demo}. Environment: {@code BB_LIMITS}. */
    @WithDefault("default")
    @Pattern(regexp = "default|demo")
    String profile();

    /** The Redis that all gateways count in. Environment: {@code REDIS_URL}. */
    @WithDefault("redis://localhost:16379")
    String redisUrl();

    /** How long a decision may take before the gateway makes it alone. */
    @WithDefault("20ms")
    Duration patience();

    /**
     * How many gateways share the limits. Without Redis each allows its part of them. Environment:
     * {@code BB_GATEWAY_INSTANCES}.
     */
    @WithDefault("1")
    @Min(1)
    @Max(1000)
    int instances();

    /** Keys that are remembered at most, here and for each event loop; the oldest are forgotten. */
    @WithDefault("100000")
    @Min(100)
    int rememberedKeys();
}
