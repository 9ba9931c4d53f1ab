package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.secret.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code invitation}. */
@ApplicationScoped
class InvitationStore {

    private final Sql sql;

    InvitationStore(Sql sql) {
        this.sql = sql;
    }

    /** Writes an invitation; an earlier one to the same address is replaced, and its token with it. */
    void put(UUID shopId, NewStaffMember invited, UUID invitedBy, OpaqueToken token, Instant now, Instant expiresAt) {
        sql.update(
                """
                INSERT INTO invitation (id, shop_id, email, name, role, token_hash, invited_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (shop_id, lower(email)) DO UPDATE SET name = excluded.name, role = excluded.role,
                    token_hash = excluded.token_hash, invited_by = excluded.invited_by,
                    created_at = excluded.created_at, expires_at = excluded.expires_at
                """,
                Ids.next(),
                shopId,
                invited.email(),
                invited.name(),
                invited.role().text(),
                token.hash(),
                invitedBy,
                now,
                expiresAt);
    }

    /** The invitation behind a token; from now on it is gone. */
    Optional<Invitation> take(OpaqueToken token, Instant now) {
        return sql.one(
                "DELETE FROM invitation WHERE token_hash = ? AND expires_at > ? RETURNING *",
                InvitationStore::read,
                token.hash(),
                now);
    }

    List<Invitation> open(UUID shopId, Instant now) {
        return sql.list(
                "SELECT * FROM invitation WHERE shop_id = ? AND expires_at > ? ORDER BY created_at, id",
                InvitationStore::read,
                shopId,
                now);
    }

    boolean delete(UUID shopId, UUID id) {
        return sql.update("DELETE FROM invitation WHERE shop_id = ? AND id = ?", shopId, id) == 1;
    }

    int forget(Instant expiredBefore) {
        return sql.update("DELETE FROM invitation WHERE expires_at < ?", expiredBefore);
    }

    void forget(String email) {
        sql.update("DELETE FROM invitation WHERE lower(email) = lower(?)", email);
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("shop_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                ShopRole.of(row.getString("role")),
                row.getObject("invited_by", UUID.class),
                Sql.instant(row, "expires_at"));
    }
}
