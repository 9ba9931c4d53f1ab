package com.bookedbarber.user.onetime;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.secret.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Tokens that are mailed to somebody and come back to prove that the mail was read. */
@ApplicationScoped
public class OneTimeTokens {

    private final Sql sql;
    private final Clock clock;

    OneTimeTokens(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new token; part of the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String issue(OneTimePurpose purpose, UUID accountId) {
        OpaqueToken token = OpaqueToken.random();
        sql.update(
                "INSERT INTO one_time_token (hash, purpose, account_id, expires_at) VALUES (?, ?, ?, ?)",
                token.hash(),
                purpose.text(),
                accountId,
                clock.instant().plus(purpose.lifetime()));
        return token.text();
    }

    /** Whose token it is; it stays good until it expires. */
    public Optional<UUID> holder(OneTimePurpose purpose, String token) {
        return sql.one(
                "SELECT account_id FROM one_time_token WHERE hash = ? AND purpose = ? AND expires_at > ?",
                row -> row.getObject(1, UUID.class),
                new OpaqueToken(token).hash(),
                purpose.text(),
                clock.instant());
    }

    /** Whose token it is; from now on it is nobody's. Of several who come at once, one gets it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> take(OneTimePurpose purpose, String token) {
        return sql.one(
                "DELETE FROM one_time_token WHERE hash = ? AND purpose = ? AND expires_at > ? RETURNING account_id",
                row -> row.getObject(1, UUID.class),
                new OpaqueToken(token).hash(),
                purpose.text(),
                clock.instant());
    }

    /** Makes the account's tokens of that kind worthless. */
    public void revoke(OneTimePurpose purpose, UUID accountId) {
        sql.update("DELETE FROM one_time_token WHERE account_id = ? AND purpose = ?", accountId, purpose.text());
    }

    /** Forgets expired tokens; how many. */
    int forgetExpired() {
        return sql.update("DELETE FROM one_time_token WHERE expires_at < ?", clock.instant());
    }
}
