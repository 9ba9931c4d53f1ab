package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a shop that is kept for somebody.
 *
 * @param name may be null
 * @param invitedBy null for an administrator of the platform
 */
record Invitation(UUID id, UUID shopId, String email, String name, ShopRole role, UUID invitedBy, Instant expiresAt) {}
