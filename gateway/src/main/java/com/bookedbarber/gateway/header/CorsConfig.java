package com.bookedbarber.gateway.header;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;

import java.util.Optional;
import java.util.Set;

/** Whose pages may call the API from a browser. */
@ConfigMapping(prefix = "bb.gateway.cors")
public interface CorsConfig {

    /** Origins such as {@code https://book.example.com}; none by default. Environment: {@code BB_GATEWAY_CORS_ORIGINS}. */
    Optional<Set<@Pattern(regexp = "https?://[A-Za-z0-9.\\-]+(:\\d{1,5})?") String>> origins();
}
