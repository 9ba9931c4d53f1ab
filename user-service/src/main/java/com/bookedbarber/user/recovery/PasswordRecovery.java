package com.bookedbarber.user.recovery;

import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.letter.Letters;
import com.bookedbarber.user.onetime.OneTimePurpose;
import com.bookedbarber.user.onetime.OneTimeTokens;
import com.bookedbarber.user.password.Passwords;
import com.bookedbarber.user.session.Sessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.UUID;

/** Getting a new password, with the old one or without. */
@ApplicationScoped
class PasswordRecovery {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final OneTimeTokens tokens;
    private final Letters letters;
    private final MailQueue mails;
    private final Jobs jobs;
    private final Clock clock;

    PasswordRecovery(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            OneTimeTokens tokens,
            Letters letters,
            MailQueue mails,
            Jobs jobs,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.letters = letters;
        this.mails = mails;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Notes the wish. Whether there is such an account is looked up later, by a job: this takes the same time for all. */
    @Transactional
    void forgotten(String email) {
        jobs.schedule(MailResetLetter.TASK, UUID.randomUUID().toString(), email, clock.instant());
    }

    /** Mails a token to the account with this address, if there is one; earlier ones are no longer good. */
    @Transactional
    void mailLink(String email) {
        accounts.findByEmail(email).ifPresent(profile -> {
            tokens.revoke(OneTimePurpose.RESET_PASSWORD, profile.id());
            String token = tokens.issue(OneTimePurpose.RESET_PASSWORD, profile.id());
            mails.send(letters.resetPassword(profile.email(), profile.name(), token));
        });
    }

    /** Sets the password of whoever got the mail, which also shows that the address is theirs; signs all devices out. */
    void reset(String token, String password) {
        if (tokens.holder(OneTimePurpose.RESET_PASSWORD, token).isEmpty()) {
            throw notGood();
        }
        String hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> {
            UUID id = tokens.take(OneTimePurpose.RESET_PASSWORD, token).orElseThrow(PasswordRecovery::notGood);
            accounts.verify(id);
            replace(accounts.find(id).orElseThrow(PasswordRecovery::notGood), hash, null);
        });
    }

    /** Replaces a password that is known; signs all other devices out. */
    void change(Profile profile, UUID sessionId, String current, String password) {
        if (!accounts.isPassword(profile.id(), current)) {
            throw new ProblemException(ErrorCode.BAD_CREDENTIALS, "The current password is wrong.")
                    .header("WWW-Authenticate", "Bearer");
        }
        String hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> {
            tokens.revoke(OneTimePurpose.RESET_PASSWORD, profile.id());
            replace(profile, hash, sessionId);
        });
    }

    private void replace(Profile profile, String hash, UUID keptSession) {
        accounts.setPassword(profile.id(), hash);
        sessions.endOthers(profile.id(), keptSession);
        mails.send(letters.passwordChanged(profile.email(), profile.name()));
    }

    private static ProblemException notGood() {
        return ProblemException.invalid("token", "is unknown, used or has expired; ask for a new one");
    }
}
