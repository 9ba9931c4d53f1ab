package com.bookedbarber.analytics.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings of the dashboards. */
@ConfigMapping(prefix = "bb.dashboard")
interface DashboardConfig {

    /** How long a dashboard that nothing has changed may be served from Redis. */
    @WithDefault("600S")
    Duration keptFor();

    /** How long Redis is left alone after it has failed. */
    @WithDefault("5S")
    Duration pauseAfterFailure();
}
