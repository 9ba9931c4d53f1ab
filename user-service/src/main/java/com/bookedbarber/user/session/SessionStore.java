package com.bookedbarber.user.session;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.secret.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code session} and {@code refresh_token}; every call joins the running transaction. */
@ApplicationScoped
class SessionStore {

    private final Sql sql;

    SessionStore(Sql sql) {
        this.sql = sql;
    }

    void insert(UUID id, UUID accountId, Instant now, Instant expiresAt) {
        sql.update(
                "INSERT INTO session (id, account_id, created_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                id,
                accountId,
                now,
                now,
                expiresAt);
    }

    void insertToken(OpaqueToken token, UUID sessionId, Instant expiresAt) {
        sql.update(
                "INSERT INTO refresh_token (hash, session_id, expires_at) VALUES (?, ?, ?)",
                token.hash(),
                sessionId,
                expiresAt);
    }

    /** The token and its session, both locked: refreshes of one session take turns. */
    Optional<KnownToken> lock(OpaqueToken token) {
        return sql.one("""
                SELECT s.id, s.account_id, s.ended_at, t.expires_at, t.used_at
                FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE t.hash = ? FOR UPDATE
                """, SessionStore::readToken, token.hash());
    }

    void use(OpaqueToken token, UUID sessionId, Instant now, Instant expiresAt) {
        sql.update("UPDATE refresh_token SET used_at = coalesce(used_at, ?) WHERE hash = ?", now, token.hash());
        sql.update("UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ?", now, expiresAt, sessionId);
    }

    void end(UUID sessionId, String reason, Instant now) {
        sql.update(
                "UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL",
                now,
                reason,
                sessionId);
    }

    /** Ends all sessions of an account but one, which may be null. */
    void endAllBut(UUID accountId, UUID kept, String reason, Instant now) {
        sql.update("""
                UPDATE session SET ended_at = ?, end_reason = ?
                WHERE account_id = ? AND ended_at IS NULL AND id IS DISTINCT FROM ?::uuid
                """, now, reason, accountId, kept);
    }

    List<SignIn> live(UUID accountId, Instant now) {
        return sql.list("""
                SELECT id, created_at, last_used_at, expires_at FROM session
                WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? ORDER BY created_at
                """, SessionStore::readSignIn, accountId, now);
    }

    /** Forgets what can no longer be refreshed; ended sessions are kept for a while, to answer questions. */
    int forget(Instant expiredBefore, Instant endedBefore) {
        int tokens = sql.update("DELETE FROM refresh_token WHERE expires_at < ?", expiredBefore);
        return tokens
                + sql.update("DELETE FROM session WHERE expires_at < ? OR ended_at < ?", expiredBefore, endedBefore);
    }

    private static KnownToken readToken(ResultSet row) throws SQLException {
        return new KnownToken(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Sql.instant(row, "ended_at") != null,
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "used_at"));
    }

    private static SignIn readSignIn(ResultSet row) throws SQLException {
        return new SignIn(
                row.getObject("id", UUID.class),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "last_used_at"),
                Sql.instant(row, "expires_at"));
    }

    /**
     * A refresh token that was issued here.
     *
     * @param ended whether its session has ended
     * @param usedAt when it was used first, or null
     */
    record KnownToken(UUID sessionId, UUID accountId, boolean ended, Instant expiresAt, Instant usedAt) {}
}
