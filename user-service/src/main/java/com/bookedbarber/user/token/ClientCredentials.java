package com.bookedbarber.user.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a client says to be, and its proof. */
record ClientCredentials(String client, String secret) {

    private static final String BASIC = "Basic ";

    /** From the header (RFC 6749, 2.3.1: both halves form-encoded, then RFC 7617), else from the body. */
    static Optional<ClientCredentials> of(String authorization, String bodyClient, String bodySecret) {
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(authorization.substring(BASIC.length()).trim());
        }
        return bodyClient == null || bodySecret == null
                ? Optional.empty()
                : Optional.of(new ClientCredentials(bodyClient, bodySecret));
    }

    private static Optional<ClientCredentials> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "ClientCredentials[" + client + "]";
    }

    private static String decode(String half) {
        return URLDecoder.decode(half, StandardCharsets.UTF_8);
    }
}
