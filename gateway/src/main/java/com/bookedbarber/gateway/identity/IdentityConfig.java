package com.bookedbarber.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

import java.net.URI;
import java.time.Duration;

/** How tokens are checked at the edge. */
@ConfigMapping(prefix = "bb.gateway.identity")
public interface IdentityConfig {

    /** Who has to have issued a token. */
    @WithDefault("https://bookedbarber")
    String issuer();

    /** Where the keys are. */
    URI jwksUrl();

    /**
     * How often keys are fetched anyway: so soon one is forgotten that is not published any more. The first time should not
     * come when all is warm: the JVM throws away what it compiled for requests that are passed on, and is slow for a moment.
     */
    @WithDefault("1m")
    Duration refreshEvery();

    /** How soon an unknown key id may make them be fetched again. */
    @WithDefault("10s")
    Duration refreshAtMostEvery();

    /** How far clocks may be apart. */
    @WithDefault("5s")
    Duration clockSkew();

    /** Verified tokens that are remembered for each event loop, at most. */
    @WithDefault("20000")
    @Min(100)
    int rememberedTokens();
}
