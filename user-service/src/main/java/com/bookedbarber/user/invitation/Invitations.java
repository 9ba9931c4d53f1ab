package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.letter.Letters;
import com.bookedbarber.user.secret.OpaqueToken;
import com.bookedbarber.user.shop.ShopView;
import com.bookedbarber.user.shop.Shops;
import com.bookedbarber.user.staff.Authority;
import com.bookedbarber.user.staff.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bringing people into a shop. */
@ApplicationScoped
public class Invitations {

    private static final Duration LIFETIME = Duration.ofDays(7);

    private final InvitationStore store;
    private final Accounts accounts;
    private final Shops shops;
    private final Staff staff;
    private final Letters letters;
    private final MailQueue mails;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            Accounts accounts,
            Shops shops,
            Staff staff,
            Letters letters,
            MailQueue mails,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.shops = shops;
        this.staff = staff;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Takes on somebody who has an account with that address, and tells them; sends anybody else an invitation. An
     * address that nobody has verified may have been registered by somebody whose it is not.
     *
     * @throws ProblemException 403 if the inviter's own address is not verified, 409 if the person works there already
     */
    @Transactional
    Invited invite(UUID shopId, Profile inviter, NewStaffMember request) {
        if (!inviter.emailVerified()) {
            throw new ProblemException(
                    ErrorCode.EMAIL_NOT_VERIFIED, "Show us first that your own e-mail address is yours.");
        }
        ShopView shop = shops.require(shopId);
        Optional<Profile> known = accounts.findByEmail(request.email());
        if (known.filter(profile -> staff.roleOf(shopId, profile.id()).isPresent())
                .isPresent()) {
            throw worksThere();
        }
        return known.filter(Profile::emailVerified)
                .map(profile -> takeOn(shop, profile, request.role()))
                .orElseGet(() -> mailInvitation(shop, inviter, request));
    }

    private Invited takeOn(ShopView shop, Profile profile, ShopRole role) {
        if (!staff.add(shop.id(), profile.id(), role)) {
            throw worksThere();
        }
        mails.send(letters.joined(profile.email(), profile.name(), shop.name(), role.text()));
        return new Invited("active", profile.id(), profile.email(), profile.name(), role);
    }

    private Invited mailInvitation(ShopView shop, Profile inviter, NewStaffMember request) {
        OpaqueToken token = OpaqueToken.random();
        Instant now = clock.instant();
        UUID invitedBy = staff.roleOf(shop.id(), inviter.id()).isPresent() ? inviter.id() : null;
        store.put(shop.id(), request, invitedBy, token, now, now.plus(LIFETIME));
        mails.send(letters.invited(
                request.email(), request.name(), shop.name(), request.role().text(), token.text()));
        return new Invited("invited", null, request.email(), request.name(), request.role());
    }

    /**
     * Takes on whoever comes with an invitation's token. Having got the mail shows that its address is theirs.
     *
     * @param field the request's field that carries the token, for the error
     * @return whether the account's own address is verified now
     * @throws ProblemException 400 if the token is not good, or if its inviter could no longer give that role
     */
    @Transactional
    public boolean accept(String token, String field, Profile profile) {
        Invitation invitation = store.take(new OpaqueToken(token), clock.instant())
                .filter(this::stillMeant)
                .orElseThrow(() -> ProblemException.invalid(field, "is unknown, used, withdrawn or has expired"));
        if (!staff.add(invitation.shopId(), profile.id(), invitation.role())) {
            throw worksThere();
        }
        boolean sameAddress = invitation.email().equalsIgnoreCase(profile.email());
        if (sameAddress) {
            accounts.verify(profile.id());
        }
        return sameAddress;
    }

    /** An inviter who has become a barber meanwhile brings in nobody. */
    private boolean stillMeant(Invitation invitation) {
        return invitation.invitedBy() == null
                || staff.roleOf(invitation.shopId(), invitation.invitedBy())
                        .map(role -> new Authority(role, false))
                        .filter(inviter -> inviter.decidesOn(invitation.role()))
                        .isPresent();
    }

    /** The shop's open invitations, oldest first. */
    List<Invitation> open(UUID shopId) {
        return store.open(shopId, clock.instant());
    }

    /** Withdraws an invitation; 404 if there is none. */
    void withdraw(UUID shopId, UUID id) {
        if (!store.delete(shopId, id)) {
            throw ProblemException.notFound("invitation");
        }
    }

    /** Forgets all invitations to an address. */
    public void forget(String email) {
        store.forget(email);
    }

    /** Forgets expired invitations; how many. */
    int forgetExpired() {
        return store.forget(clock.instant());
    }

    private static ProblemException worksThere() {
        return new ProblemException(ErrorCode.CONFLICT, "They work in this shop already.");
    }
}
