package com.bookedbarber.platform.identity;

import com.bookedbarber.platform.hash.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Verifies each access token once and remembers the outcome until the token ends. Tokens are kept by their SHA-256, so
 * that none lies around in memory; what fails to verify is never remembered.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class RememberedTokens extends JWTCallerPrincipalFactory {

    private static final int AT_MOST = 10_000;

    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfter(Expiry.creating((String hash, JWTCallerPrincipal caller) -> untilItsEnd(caller)))
            .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        String hash = HexFormat.of().formatHex(Sha256.of(token));
        JWTCallerPrincipal known = verified.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        JWTCallerPrincipal caller = verifying.parse(token, context);
        verified.put(hash, caller);
        return caller;
    }

    private static Duration untilItsEnd(JWTCallerPrincipal caller) {
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(caller.getExpirationTime()));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
