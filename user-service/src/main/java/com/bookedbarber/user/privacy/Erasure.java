package com.bookedbarber.user.privacy;

import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.invitation.Invitations;
import com.bookedbarber.user.mfa.SecondFactor;
import com.bookedbarber.user.onetime.OneTimePurpose;
import com.bookedbarber.user.onetime.OneTimeTokens;
import com.bookedbarber.user.session.Sessions;
import com.bookedbarber.user.staff.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Forgetting somebody who asks for it (GDPR, article 17). Other services hear of it by {@code user.account.erased}. */
@ApplicationScoped
class Erasure {

    private final Accounts accounts;
    private final Staff staff;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Invitations invitations;
    private final OneTimeTokens tokens;
    private final MailQueue mails;

    Erasure(
            Accounts accounts,
            Staff staff,
            Sessions sessions,
            SecondFactor secondFactor,
            Invitations invitations,
            OneTimeTokens tokens,
            MailQueue mails) {
        this.accounts = accounts;
        this.staff = staff;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.invitations = invitations;
        this.tokens = tokens;
        this.mails = mails;
    }

    /** Forgets an account for good; 409 if a shop would be left without an owner. */
    @Transactional
    void erase(Profile profile) {
        // In one order for everybody: two owners of the same shops who leave at once wait for each other only once.
        staff.rolesOf(profile.id()).keySet().stream().sorted().forEach(shopId -> staff.remove(shopId, profile.id()));
        sessions.endErased(profile.id());
        secondFactor.remove(profile.id());
        for (OneTimePurpose purpose : OneTimePurpose.values()) {
            tokens.revoke(purpose, profile.id());
        }
        invitations.forget(profile.email());
        mails.forget(profile.email());
        // Last, since it also takes the name out of what was told of the shops just now.
        accounts.erase(profile.id());
    }
}
