package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.sql.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** The rows of {@code staff_member}. That a shop keeps an owner is the database's word; see the migration. */
@ApplicationScoped
class StaffStore {

    /** What the trigger {@code keep_an_owner} raises. */
    private static final String OWNER_NEEDED = "BB001";

    private static final String MEMBERS = """
            SELECT s.account_id, a.name, a.email, s.role, s.since
            FROM staff_member s JOIN account a ON a.id = s.account_id WHERE s.shop_id = ?
            """;

    private final Sql sql;

    StaffStore(Sql sql) {
        this.sql = sql;
    }

    Optional<ShopRole> role(UUID shopId, UUID userId) {
        return sql.one(
                "SELECT role FROM staff_member WHERE shop_id = ? AND account_id = ?",
                row -> ShopRole.of(row.getString(1)),
                shopId,
                userId);
    }

    Map<UUID, ShopRole> roles(UUID userId) {
        return sql
                .list("SELECT shop_id, role FROM staff_member WHERE account_id = ?", StaffStore::readPlace, userId)
                .stream()
                .collect(Collectors.toMap(Place::shopId, Place::role));
    }

    List<StaffMember> members(UUID shopId) {
        return sql.list(MEMBERS + " ORDER BY s.since, s.account_id", StaffStore::readMember, shopId);
    }

    Optional<StaffMember> member(UUID shopId, UUID userId) {
        return sql.one(MEMBERS + " AND s.account_id = ?", StaffStore::readMember, shopId, userId);
    }

    /** False if they work there already. */
    boolean insert(UUID shopId, UUID userId, ShopRole role, Instant since) {
        return sql.update(
                        "INSERT INTO staff_member (shop_id, account_id, role, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        shopId,
                        userId,
                        role.text(),
                        since)
                == 1;
    }

    boolean changeRole(UUID shopId, UUID userId, ShopRole role) {
        return keepingAnOwner(() -> sql.update(
                "UPDATE staff_member SET role = ? WHERE shop_id = ? AND account_id = ?", role.text(), shopId, userId));
    }

    boolean delete(UUID shopId, UUID userId) {
        return keepingAnOwner(
                () -> sql.update("DELETE FROM staff_member WHERE shop_id = ? AND account_id = ?", shopId, userId));
    }

    private static boolean keepingAnOwner(IntSupplier change) {
        try {
            return change.getAsInt() == 1;
        } catch (SqlFailure failure) {
            if (PersistenceFailures.hasState(failure, OWNER_NEEDED)) {
                throw new ProblemException(
                        ErrorCode.LAST_OWNER, "The shop would be left without an owner; make somebody else one first.");
            }
            throw failure;
        }
    }

    private static StaffMember readMember(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                ShopRole.of(row.getString("role")),
                Sql.instant(row, "since"));
    }

    private static Place readPlace(ResultSet row) throws SQLException {
        return new Place(row.getObject("shop_id", UUID.class), ShopRole.of(row.getString("role")));
    }

    private record Place(UUID shopId, ShopRole role) {}
}
