package com.bookedbarber.gateway.identity;

import jakarta.inject.Singleton;

/** Makes the verifier of each event loop. */
@Singleton
public final class TokenVerifiers {

    private final SigningKeys keys;
    private final IdentityConfig config;

    TokenVerifiers(SigningKeys keys, IdentityConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** A verifier for the event loop that calls. */
    public TokenVerifier create() {
        return new TokenVerifier(keys, config);
    }
}
