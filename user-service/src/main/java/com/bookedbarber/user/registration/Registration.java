package com.bookedbarber.user.registration;

import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.invitation.Invitations;
import com.bookedbarber.user.letter.Letters;
import com.bookedbarber.user.onetime.OneTimePurpose;
import com.bookedbarber.user.onetime.OneTimeTokens;
import com.bookedbarber.user.password.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Opening an account. Counted as {@code bb_account_registered_total}. */
@ApplicationScoped
class Registration {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Invitations invitations;
    private final OneTimeTokens tokens;
    private final Letters letters;
    private final MailQueue mails;
    private final MeterRegistry meters;

    Registration(
            Accounts accounts,
            Passwords passwords,
            Invitations invitations,
            OneTimeTokens tokens,
            Letters letters,
            MailQueue mails,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.invitations = invitations;
        this.tokens = tokens;
        this.letters = letters;
        this.mails = mails;
        this.meters = meters;
    }

    /** Opens the account; 409 if the address has one. The slow hash is computed before the transaction begins. */
    Profile register(NewAccount request) {
        if (accounts.findByEmail(request.email()).isPresent()) {
            throw taken();
        }
        String hash = passwords.hash(request.password());
        Profile profile = QuarkusTransaction.requiringNew().call(() -> open(request, hash));
        meters.counter("bb.account.registered").increment();
        return profile;
    }

    private Profile open(NewAccount request, String hash) {
        Profile profile = accounts.open(request.email(), hash, request.name(), request.phone())
                .orElseThrow(Registration::taken);
        boolean proven =
                request.invitation() != null && invitations.accept(request.invitation(), "invitation", profile);
        if (!proven) {
            mailToken(profile);
        }
        return profile;
    }

    /** Mails another verification token, unless the address is verified. */
    @Transactional
    void mailAgain(Profile profile) {
        if (!profile.emailVerified()) {
            mailToken(profile);
        }
    }

    /** Takes a verification token: good as often as it comes back until it expires, so that a double click is harmless. */
    void verify(String token) {
        accounts.verify(tokens.holder(OneTimePurpose.VERIFY_EMAIL, token)
                .orElseThrow(() -> ProblemException.invalid("token", "is unknown or has expired; ask for a new one")));
    }

    private void mailToken(Profile profile) {
        String token = tokens.issue(OneTimePurpose.VERIFY_EMAIL, profile.id());
        mails.send(letters.verifyEmail(profile.email(), profile.name(), token));
    }

    private static ProblemException taken() {
        return new ProblemException(
                ErrorCode.EMAIL_TAKEN, "An account with this address exists: sign in, or ask for a new password.");
    }
}
