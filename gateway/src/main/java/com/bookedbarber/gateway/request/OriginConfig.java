package com.bookedbarber.gateway.request;

import io.smallrye.config.ConfigMapping;

import java.util.List;
import java.util.Optional;

/** Whom to believe about where a request comes from. */
@ConfigMapping(prefix = "bb.gateway.origin")
public interface OriginConfig {

    /**
     * Networks of our own proxies, such as {@code 10.0.0.0/8}; none by default, so that nobody is believed. Environment:
     * {@code BB_TRUSTED_PROXIES}.
     */
    Optional<List<String>> trustedProxies();
}
