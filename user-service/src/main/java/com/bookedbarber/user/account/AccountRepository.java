package com.bookedbarber.user.account;

import com.bookedbarber.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import java.util.Optional;
import java.util.UUID;

/**
 * The accounts' rows. Reading is a transaction of its own where none is running: without one, Hibernate would keep the
 * connection until the request ends, through all the time that a password is hashed.
 */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    private final Sql sql;

    AccountRepository(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    Optional<Account> living(UUID id) {
        return find("id = ?1 and erasedAt is null", id).firstResultOptional();
    }

    /** The same, and nobody else changes it until the running transaction ends. */
    Optional<Account> lockLiving(UUID id) {
        return find("id = ?1 and erasedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @Transactional
    Optional<Account> living(String email) {
        return find("lower(email) = lower(?1)", email).firstResultOptional();
    }

    /** False if the address is taken. Waits for a transaction that is just taking it. */
    boolean insert(Account account) {
        return sql.update(
                        """
                        INSERT INTO account (id, email, password_hash, name, phone, email_verified, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lower(email)) DO NOTHING
                        """,
                        account.id,
                        account.email,
                        account.passwordHash,
                        account.name,
                        account.phone,
                        account.emailVerified,
                        account.createdAt)
                == 1;
    }
}
