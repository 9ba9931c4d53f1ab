package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

/**
 * What somebody may decide about a shop and its people.
 *
 * @param role their place in the shop, or null
 * @param admin whether they administer the platform, which counts as owning every shop
 */
public record Authority(ShopRole role, boolean admin) {

    /** Works there. */
    boolean seesStaff() {
        return admin || role != null;
    }

    /** Changes the shop, and staff other than owners. */
    public boolean manages() {
        return owns() || role == ShopRole.MANAGER;
    }

    /** Makes and unmakes owners. */
    boolean owns() {
        return admin || role == ShopRole.OWNER;
    }

    /** Whether they may give or take this role. */
    public boolean decidesOn(ShopRole other) {
        return other == ShopRole.OWNER ? owns() : manages();
    }

    /** Throws 403 unless they manage the shop. */
    public void requireManagement() {
        require(manages(), "Only the shop's owners and managers may do this.");
    }

    /** Throws 403 unless they may give or take this role. */
    public void requireDecisionOn(ShopRole other) {
        requireManagement();
        require(decidesOn(other), "Only the shop's owners may make or unmake owners.");
    }

    /** Throws 403 unless they work in the shop. */
    void requireSight() {
        require(seesStaff(), "Only the shop's staff may see this.");
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new ProblemException(ErrorCode.FORBIDDEN, otherwise);
        }
    }
}
