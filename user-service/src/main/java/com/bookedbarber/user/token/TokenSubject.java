package com.bookedbarber.user.token;

import com.bookedbarber.platform.identity.ShopRole;

import java.util.Map;
import java.util.UUID;

/**
 * Whom an access token is for.
 *
 * @param sessionId the sign-in it comes from
 * @param admin whether they administer the platform
 * @param shops their roles at this moment
 */
public record TokenSubject(
        UUID userId, UUID sessionId, String email, boolean emailVerified, boolean admin, Map<UUID, ShopRole> shops) {}
