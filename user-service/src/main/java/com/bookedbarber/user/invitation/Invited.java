package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;

import java.util.UUID;

/**
 * What became of an invitation.
 *
 * @param status {@code active} for somebody with an account, who works there at once; {@code invited} for somebody who
 *     got a mail
 * @param userId the account, or null without one
 * @param name may be null
 */
public record Invited(String status, UUID userId, String email, String name, ShopRole role) {}
