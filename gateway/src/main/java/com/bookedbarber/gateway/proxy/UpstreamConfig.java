package com.bookedbarber.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The services behind the gateway. */
@ConfigMapping(prefix = "bb.gateway.upstream")
public interface UpstreamConfig {

    /** Services by the name that routes use. */
    @WithParentName
    @NotEmpty
    Map<String, Service> services();

    /** One service. */
    interface Service {
        /** Where it is; several addresses, separated by commas, are used in turn. Environment: {@code USER_SERVICE_URL} and so on. */
        @NotEmpty
        List<URI> url();

        /** Where its health is told. Environment: {@code USER_SERVICE_MANAGEMENT_URL} and so on. */
        URI managementUrl();

        /** How long connecting may take. */
        @WithDefault("1s")
        Duration connectTimeout();

        /** How long an answer may pause once it has begun; never less than its routes wait for one to begin. */
        @WithDefault("30s")
        Duration idleTimeout();

        /** How long an answer may take altogether. */
        @WithDefault("2m")
        Duration totalTimeout();

        /** Requests that are with it at the same time, at most; shrinks by itself while it is slow. */
        @WithDefault("256")
        @Min(16)
        @Max(10_000)
        int concurrency();
    }
}
