package com.bookedbarber.user.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param email as it was spelt at registration
 * @param phone may be null
 * @param emailVerified whether they have shown that the address is theirs
 * @param admin whether the account was made an administrator of the platform in the database
 */
public record Profile(
        UUID id, String email, String name, String phone, boolean emailVerified, boolean admin, Instant createdAt) {}
