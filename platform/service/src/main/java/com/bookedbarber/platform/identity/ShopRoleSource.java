package com.bookedbarber.platform.identity;

import java.util.Optional;
import java.util.UUID;

/** Tells roles that a token does not know yet. */
public interface ShopRoleSource {

    /** The user's present role in the shop, or nothing. */
    Optional<ShopRole> roleOf(UUID shopId, UUID userId);
}
