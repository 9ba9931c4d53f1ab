package com.bookedbarber.user.token;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key that signs, and all that are published. Read at start, so that a bad one is noticed before it is needed. */
@Startup
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final SigningKey signing;
    private final List<SigningKey> published;

    SigningKeys(TokenConfig config) {
        this.signing = config.signingKey().map(SigningKey::read).orElseGet(SigningKeys::makeOne);
        this.published = Stream.concat(Stream.of(signing), config.nextSigningKey().map(SigningKey::read).stream())
                .distinct()
                .toList();
    }

    private static SigningKey makeOne() {
        LOG.warn("No signing key was given: tokens are signed by one made just now and end with this process.");
        return SigningKey.generate();
    }

    SigningKey signing() {
        return signing;
    }

    /** All public keys as a JSON Web Key Set (RFC 7517, 5). */
    String keySet() {
        return published.stream().map(SigningKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
