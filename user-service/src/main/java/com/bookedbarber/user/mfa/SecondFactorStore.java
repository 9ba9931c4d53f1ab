package com.bookedbarber.user.mfa;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code second_factor} and {@code recovery_code}. */
@ApplicationScoped
class SecondFactorStore {

    private final Sql sql;

    SecondFactorStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Kept> find(UUID accountId) {
        return sql.one(
                "SELECT secret, enabled_at FROM second_factor WHERE account_id = ?",
                row -> new Kept(row.getBytes("secret"), Sql.instant(row, "enabled_at") != null),
                accountId);
    }

    /** Keeps a secret that is not asked for yet; false if one is asked for. */
    boolean prepare(UUID accountId, byte[] secret) {
        return sql.update("""
                        INSERT INTO second_factor (account_id, secret) VALUES (?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0
                        WHERE second_factor.enabled_at IS NULL
                        """, accountId, secret) == 1;
    }

    /** Uses a code up; false if it, or a later one, was used before. */
    boolean useStep(UUID accountId, long step) {
        return sql.update(
                        "UPDATE second_factor SET last_step = ? WHERE account_id = ? AND last_step < ?",
                        step,
                        accountId,
                        step)
                == 1;
    }

    /** False if it was enabled before. */
    boolean enable(UUID accountId, Instant now, List<byte[]> recoveryCodes) {
        boolean enabled = sql.update(
                        "UPDATE second_factor SET enabled_at = ? WHERE account_id = ? AND enabled_at IS NULL",
                        now,
                        accountId)
                == 1;
        if (enabled) {
            recoveryCodes.forEach(
                    hash -> sql.update("INSERT INTO recovery_code (account_id, hash) VALUES (?, ?)", accountId, hash));
        }
        return enabled;
    }

    /** Uses a recovery code up; false if it is none. */
    boolean useRecoveryCode(UUID accountId, byte[] hash) {
        return sql.update("DELETE FROM recovery_code WHERE account_id = ? AND hash = ?", accountId, hash) == 1;
    }

    void delete(UUID accountId) {
        sql.update("DELETE FROM second_factor WHERE account_id = ?", accountId);
    }

    /**
     * A second factor.
     *
     * @param secret encrypted
     * @param enabled whether signing in asks for it
     */
    record Kept(byte[] secret, boolean enabled) {}
}
