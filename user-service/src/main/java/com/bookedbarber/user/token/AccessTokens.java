package com.bookedbarber.user.token;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Issues access tokens: RS256; docs/threat-model.md says what they are trusted for. */
@ApplicationScoped
public class AccessTokens {

    /** The claim that names the sign-in a token comes from. */
    public static final String SESSION_CLAIM = "sid";

    private static final Set<String> CLIENT = Set.of("client");
    private static final Set<String> ADMIN = Set.of("client", "admin");

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Duration lifetime;

    AccessTokens(
            SigningKeys keys,
            TokenConfig config,
            Clock clock,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.lifetime = config.accessLifetime();
    }

    /** A token for a person. */
    public String forUser(TokenSubject subject) {
        return sign(Jwt.subject(subject.userId().toString())
                .groups(subject.admin() ? ADMIN : CLIENT)
                .claim("email", subject.email())
                .claim("email_verified", subject.emailVerified())
                .claim(SESSION_CLAIM, subject.sessionId().toString())
                .claim(
                        "shops",
                        subject.shops().entrySet().stream()
                                .collect(Collectors.toMap(
                                        shop -> shop.getKey().toString(),
                                        shop -> shop.getValue().text()))));
    }

    /** A token for another service. */
    String forService(String name) {
        return sign(Jwt.subject(name).groups("service"));
    }

    /** How long a token is good for, in seconds. */
    public long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    private String sign(JwtClaimsBuilder claims) {
        Instant now = clock.instant();
        return claims.issuer(issuer)
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .keyId(keys.signing().id())
                .sign(keys.signing().privateKey());
    }
}
