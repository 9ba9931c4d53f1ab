package com.bookedbarber.user.account;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.user.password.Passwords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts, for all other features. */
@ApplicationScoped
public class Accounts {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Outbox outbox;
    private final ToldNames told;
    private final Clock clock;

    Accounts(AccountRepository accounts, Passwords passwords, Outbox outbox, ToldNames told, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
        this.told = told;
        this.clock = clock;
    }

    /** The account, unless it was erased. */
    public Optional<Profile> find(UUID id) {
        return accounts.living(id).map(Account::profile);
    }

    /** The account with this address, in whatever case it is spelt. */
    public Optional<Profile> findByEmail(String email) {
        return accounts.living(email).map(Account::profile);
    }

    /** The account with this address if the password is right. Takes as long when there is no such account. */
    public Optional<Profile> findByCredentials(String email, String password) {
        Optional<Account> account = accounts.living(email);
        boolean right = account.map(known -> passwords.matches(password, known.passwordHash))
                .orElseGet(() -> passwords.matchesNobody(password));
        if (!right) {
            return Optional.empty();
        }
        account.filter(known -> passwords.isOutdated(known.passwordHash))
                .ifPresent(known -> renewHash(known.id, password));
        return account.map(Account::profile);
    }

    /** Whether this is the account's password. */
    public boolean isPassword(UUID id, String password) {
        return accounts.living(id)
                .map(known -> passwords.matches(password, known.passwordHash))
                .orElseGet(() -> passwords.matchesNobody(password));
    }

    /**
     * Opens an account; part of the running transaction.
     *
     * @param passwordHash made by {@link Passwords#hash}
     * @param phone may be null
     * @return nothing if the address is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Profile> open(String email, String passwordHash, String name, String phone) {
        Account account = new Account();
        account.id = Ids.next();
        account.email = email;
        account.passwordHash = passwordHash;
        account.name = name;
        account.phone = phone;
        account.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!accounts.insert(account)) {
            return Optional.empty();
        }
        outbox.append(
                "user.account.registered", account.id, Map.of("userId", account.id, "name", name, "email", email));
        return Optional.of(account.profile());
    }

    /** Takes down that the address is theirs; nothing happens the second time. */
    @Transactional
    public void verify(UUID id) {
        accounts.lockLiving(id).filter(account -> !account.emailVerified).ifPresent(account -> {
            account.emailVerified = true;
            outbox.append("user.account.verified", id, Map.of("userId", id, "email", account.email));
        });
    }

    /** Changes what is given; an empty phone number removes it. */
    @Transactional
    Optional<Profile> change(UUID id, String name, String phone) {
        Optional<Account> account = accounts.living(id);
        account.ifPresent(known -> {
            known.name = name == null ? known.name : name;
            known.phone = phone == null ? known.phone : phone.isBlank() ? null : phone;
        });
        return account.map(Account::profile);
    }

    /** Gives the account another password, already hashed. */
    @Transactional
    public void setPassword(UUID id, String passwordHash) {
        accounts.living(id).ifPresent(account -> account.passwordHash = passwordHash);
    }

    /** Forgets the person behind an account for good; part of the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID id) {
        accounts.lockLiving(id).ifPresent(account -> {
            account.erase(clock.instant());
            told.forget(id);
            outbox.append("user.account.erased", id, Map.of("userId", id));
        });
    }

    private void renewHash(UUID id, String password) {
        String hash = passwords.hash(password);
        QuarkusTransaction.joiningExisting().run(() -> setPassword(id, hash));
    }
}
