package com.bookedbarber.platform.client;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** This service's own access token, got from the user-service by client credentials and kept until it nears its end. */
@ApplicationScoped
public class ServiceTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OidcClient client;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Tokens tokens;

    ServiceTokens(OidcClient client) {
        this.client = client;
    }

    /** A token that is still good for a while; blocks while a new one is fetched. */
    public String current() {
        Tokens known = tokens;
        return isGood(known) ? known.getAccessToken() : renew();
    }

    private String renew() {
        lock.lock();
        try {
            if (!isGood(tokens)) {
                tokens = client.getTokens().await().atMost(PATIENCE);
            }
            return tokens.getAccessToken();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isGood(Tokens tokens) {
        return tokens != null && !tokens.isAccessTokenExpired() && !tokens.isAccessTokenWithinRefreshInterval();
    }
}
