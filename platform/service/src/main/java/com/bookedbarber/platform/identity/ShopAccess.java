package com.bookedbarber.platform.identity;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what the caller may do in a shop. */
@ApplicationScoped
public class ShopAccess {

    private static final Set<ShopRole> MANAGEMENT = Set.of(ShopRole.OWNER, ShopRole.MANAGER);
    private static final Set<ShopRole> STAFF = Set.of(ShopRole.values());

    private final Callers callers;
    private final ShopRoleSource roles;

    ShopAccess(Callers callers, ShopRoleSource roles) {
        this.callers = callers;
        this.roles = roles;
    }

    /** The caller's role in the shop: as the token says, else as the user-service says; empty for clients and guests. */
    public Optional<ShopRole> role(UUID shopId) {
        Caller caller = callers.current();
        ShopRole known = caller.shops().get(shopId);
        if (known != null) {
            return Optional.of(known);
        }
        return caller.userId().flatMap(userId -> roles.roleOf(shopId, userId));
    }

    /** True for owners, managers and administrators. */
    public boolean manages(UUID shopId) {
        return callers.current().isAdmin()
                || role(shopId).filter(MANAGEMENT::contains).isPresent();
    }

    /** True for everybody who works in the shop, and administrators. */
    public boolean worksIn(UUID shopId) {
        return callers.current().isAdmin()
                || role(shopId).filter(STAFF::contains).isPresent();
    }

    /** Throws 403 unless the caller is owner or manager of the shop. */
    public void requireManagement(UUID shopId) {
        require(manages(shopId), "Only the shop's owner or a manager may do this.");
    }

    /** Throws 403 unless the caller works in the shop. */
    public void requireStaff(UUID shopId) {
        require(worksIn(shopId), "Only the shop's staff may do this.");
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new ProblemException(ErrorCode.FORBIDDEN, otherwise);
        }
    }
}
