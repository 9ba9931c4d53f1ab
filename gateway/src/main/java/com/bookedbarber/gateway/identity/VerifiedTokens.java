package com.bookedbarber.gateway.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that were good, by hash, until they expire; the least recently used are forgotten first. */
final class VerifiedTokens {

    private final Map<TokenHash, Identity> identities;

    VerifiedTokens(int most) {
        this.identities = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TokenHash, Identity> eldest) {
                return size() > most;
            }
        };
    }

    void remember(TokenHash hash, Identity identity) {
        identities.put(hash, identity);
    }

    Identity find(TokenHash hash) {
        Identity identity = identities.get(hash);
        if (identity != null && identity.expiresAt() <= System.currentTimeMillis() / 1000) {
            identities.remove(hash);
            return null;
        }
        return identity;
    }
}
