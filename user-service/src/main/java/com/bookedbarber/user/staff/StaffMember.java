package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.ShopRole;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who works in a shop.
 *
 * @param since when they joined
 */
public record StaffMember(UUID userId, String name, String email, ShopRole role, Instant since) {}
