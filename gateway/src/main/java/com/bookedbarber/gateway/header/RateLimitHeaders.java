package com.bookedbarber.gateway.header;

import com.bookedbarber.gateway.limit.RateDecision;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.List;

/**
 * {@code RateLimit-Policy} and {@code RateLimit} as structured fields
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">draft-ietf-httpapi-ratelimit-headers</a>):
 * quota {@code q} and window {@code w} of each policy, what remains ({@code r}) and the seconds until it is whole again
 * ({@code t}).
 */
final class RateLimitHeaders {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    private RateLimitHeaders() {}

    static void write(List<RateDecision> decisions, MultiMap headers) {
        if (decisions.isEmpty()) {
            return;
        }
        StringBuilder policy = new StringBuilder(32);
        StringBuilder state = new StringBuilder(32);
        for (RateDecision decision : decisions) {
            if (!policy.isEmpty()) {
                policy.append(", ");
                state.append(", ");
            }
            String name = decision.policy().name();
            policy.append('"')
                    .append(name)
                    .append("\";q=")
                    .append(decision.policy().limit());
            policy.append(";w=").append(Math.max(1, decision.policy().windowMillis() / 1000));
            state.append('"').append(name).append("\";r=").append(decision.remaining());
            state.append(";t=").append(seconds(decision.resetMillis()));
        }
        headers.set(POLICY, policy.toString());
        headers.set(STATE, state.toString());
    }

    static long seconds(long millis) {
        return (millis + 999) / 1000;
    }
}
