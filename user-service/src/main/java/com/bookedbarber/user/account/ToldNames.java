package com.bookedbarber.user.account;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Names and addresses in the events that other services read, and may read again from the beginning. */
@ApplicationScoped
class ToldNames {

    private final Sql sql;

    ToldNames(Sql sql) {
        this.sql = sql;
    }

    /** Takes somebody's out. The events stay, in their order; part of the running transaction. */
    void forget(UUID userId) {
        sql.update("""
                UPDATE outbox SET data = data - ARRAY['name', 'email']
                WHERE data ->> 'userId' = ?
                  AND type IN ('user.account.registered', 'user.account.verified', 'user.staff.changed')
                """, userId.toString());
    }
}
