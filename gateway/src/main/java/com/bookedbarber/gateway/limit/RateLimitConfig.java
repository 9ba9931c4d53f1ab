package com.bookedbarber.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

import java.util.Map;
import java.util.Optional;

/** The limits of {@code routes.properties}. */
@ConfigMapping(prefix = "bb.gateway.limit")
public interface RateLimitConfig {

    /** Limits by name. */
    @WithParentName
    Map<String, Limit> limits();

    /** One limit. */
    interface Limit {
        /** Requests per time, such as {@code 5/min}, {@code 3/h} or {@code 20/10s}. */
        String rate();

        /** The rate when {@code BB_LIMITS=demo}; without one the rate itself. */
        Optional<String> demoRate();

        /** What is counted; see {@link RateKey}. */
        String per();
    }
}
