package com.bookedbarber.user.staff;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.identity.ShopRoleSource;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who works where, and as what. Every change is told to the other services. */
@ApplicationScoped
public class Staff implements ShopRoleSource {

    private final StaffStore store;
    private final Outbox outbox;
    private final Clock clock;

    Staff(StaffStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<ShopRole> roleOf(UUID shopId, UUID userId) {
        return store.role(shopId, userId);
    }

    /** All places where somebody works. */
    public Map<UUID, ShopRole> rolesOf(UUID userId) {
        return store.roles(userId);
    }

    /** Everybody in the shop, longest there first; 404 for no such shop, since every shop has an owner. */
    public List<StaffMember> of(UUID shopId) {
        List<StaffMember> members = store.members(shopId);
        if (members.isEmpty()) {
            throw ProblemException.notFound("shop");
        }
        return members;
    }

    /** Somebody's place in the shop; 404 if they have none. */
    public StaffMember require(UUID shopId, UUID userId) {
        return store.member(shopId, userId).orElseThrow(() -> ProblemException.notFound("staff member"));
    }

    /** Takes somebody on; false if they work there already. */
    @Transactional
    public boolean add(UUID shopId, UUID userId, ShopRole role) {
        boolean added = store.insert(shopId, userId, role, clock.instant());
        if (added) {
            tell(shopId, store.member(shopId, userId).orElseThrow(), role.text());
        }
        return added;
    }

    /** Gives somebody another role; 409 if the shop would have no owner. */
    @Transactional
    StaffMember changeRole(UUID shopId, UUID userId, ShopRole role) {
        store.changeRole(shopId, userId, role);
        StaffMember changed = require(shopId, userId);
        tell(shopId, changed, role.text());
        return changed;
    }

    /** Lets somebody go; 409 if the shop would have no owner. */
    @Transactional
    public void remove(UUID shopId, UUID userId) {
        StaffMember leaving = require(shopId, userId);
        if (store.delete(shopId, userId)) {
            tell(shopId, leaving, null);
        }
    }

    private void tell(UUID shopId, StaffMember member, String role) {
        outbox.append("user.staff.changed", shopId, new StaffChange(shopId, member.userId(), role, member.name()));
    }

    private record StaffChange(UUID shopId, UUID userId, String role, String name) {}
}
