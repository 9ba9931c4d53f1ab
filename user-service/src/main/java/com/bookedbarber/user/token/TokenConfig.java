package com.bookedbarber.user.token;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;
import java.util.Optional;

/** How access tokens are signed. */
@ConfigMapping(prefix = "bb.tokens")
interface TokenConfig {

    /** The private RSA key that signs: a PKCS#8 PEM, or the path of one. */
    Optional<String> signingKey();

    /** A key that is published but does not sign: the next one before a change, the former one after it. */
    Optional<String> nextSigningKey();

    /** How long an access token is good for. */
    Duration accessLifetime();
}
