package com.bookedbarber.platform.shop;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.identity.ShopRoleSource;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Roles as the user-service tells them, remembered for some seconds. When it cannot be asked, the caller has no role:
 * doubt never opens a door.
 */
@ApplicationScoped
@DefaultBean
class AskedShopRoles implements ShopRoleSource {

    private static final Logger LOG = Logger.getLogger(AskedShopRoles.class);

    private static final Duration ROLE_KEPT_FOR = Duration.ofSeconds(10);

    /** Whoever is taken on wants to begin at once. */
    private static final Duration ABSENCE_KEPT_FOR = Duration.ofSeconds(1);

    private final UserServiceCalls userService;
    private final Cache<Membership, Optional<ShopRole>> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfter(Expiry.<Membership, Optional<ShopRole>>writing(
                    (membership, role) -> role.isPresent() ? ROLE_KEPT_FOR : ABSENCE_KEPT_FOR))
            .build();

    AskedShopRoles(UserServiceCalls userService) {
        this.userService = userService;
    }

    @Override
    public Optional<ShopRole> roleOf(UUID shopId, UUID userId) {
        Membership membership = new Membership(shopId, userId);
        Optional<ShopRole> known = remembered.getIfPresent(membership);
        return known != null ? known : ask(membership);
    }

    private Optional<ShopRole> ask(Membership membership) {
        try {
            Optional<ShopRole> role = userService.role(membership.shopId(), membership.userId());
            remembered.put(membership, role);
            return role;
        } catch (RuntimeException unreachable) {
            LOG.warnf("The user-service could not be asked for a role: %s", unreachable.toString());
            return Optional.empty();
        }
    }

    private record Membership(UUID shopId, UUID userId) {}
}
