package com.bookedbarber.gateway.shed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much the suite is given to do. */
@ConfigMapping(prefix = "bb.gateway.suite")
public interface ShedConfig {

    /** Requests that are with all services together at the same time, at most. */
    @WithDefault("512")
    @Min(16)
    @Max(40_000)
    int concurrency();
}
