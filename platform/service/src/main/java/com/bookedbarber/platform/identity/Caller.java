package com.bookedbarber.platform.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as the access token says.
 *
 * @param subject a user's id or a service's name; empty for nobody
 * @param groups {@code client}, {@code admin}, {@code service}
 * @param shops the roles that the token knew of when it was issued; a shop opened since is not among them
 * @param email the caller's e-mail address, or null
 * @param emailVerified whether the caller has shown that the address is theirs
 */
public record Caller(
        String subject, Set<String> groups, Map<UUID, ShopRole> shops, String email, boolean emailVerified) {

    /** Somebody without a token. */
    public static final Caller NOBODY = new Caller("", Set.of(), Map.of(), null, false);

    /** True if there was no token. */
    public boolean isNobody() {
        return subject.isEmpty();
    }

    /** True for another service of the suite. */
    public boolean isService() {
        return groups.contains("service");
    }

    /** True for an administrator of the platform. */
    public boolean isAdmin() {
        return groups.contains("admin");
    }

    /** The user's id; empty for services and nobody. */
    public Optional<UUID> userId() {
        return isNobody() || isService() ? Optional.empty() : Optional.of(UUID.fromString(subject));
    }
}
