package com.bookedbarber.user.mfa;

import com.bookedbarber.platform.config.ProductionReadiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Keeps a production start from encrypting with a key that anybody can read in the source. */
@ApplicationScoped
class SecondFactorReadiness implements ProductionCheck {

    private final String key;

    SecondFactorReadiness(@ConfigProperty(name = "bb.mfa.key") String key) {
        this.key = key;
    }

    @Override
    public Stream<String> findings() {
        boolean local = new String(Base64.getDecoder().decode(key), StandardCharsets.ISO_8859_1).startsWith("local-");
        return local
                ? Stream.of(
                        "Second factors are encrypted with the local key: set BB_MFA_KEY to 32 random bytes in Base64.")
                : Stream.empty();
    }
}
