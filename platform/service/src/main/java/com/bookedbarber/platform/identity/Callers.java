package com.bookedbarber.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Knows who makes the current request. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller of the current request; {@link Caller#NOBODY} without a token. */
    public Caller current() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Caller.NOBODY;
        }
        return new Caller(
                token.getSubject(),
                token.getGroups(),
                shops(token),
                token.getClaim("email"),
                Boolean.parseBoolean(String.valueOf(token.<Object>getClaim("email_verified"))));
    }

    private static Map<UUID, ShopRole> shops(JsonWebToken token) {
        Map<UUID, ShopRole> shops = new HashMap<>();
        if (token.getClaim("shops") instanceof Map<?, ?> claim) {
            claim.forEach((shop, role) -> ShopRole.parse(text(role))
                    .ifPresent(known -> shops.put(UUID.fromString(String.valueOf(shop)), known)));
        }
        return shops;
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
