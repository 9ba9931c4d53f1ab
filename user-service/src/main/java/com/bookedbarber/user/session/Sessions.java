package com.bookedbarber.user.session;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.secret.OpaqueToken;
import com.bookedbarber.user.session.SessionStore.KnownToken;
import com.bookedbarber.user.staff.Staff;
import com.bookedbarber.user.token.AccessTokens;
import com.bookedbarber.user.token.TokenSubject;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sign-ins and what they are kept alive by: refresh tokens that are good once
 * (<a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, 4.14.2</a>). Counted as
 * {@code bb_token_refresh_total{result}}.
 */
@ApplicationScoped
public class Sessions {

    private final SessionStore store;
    private final Accounts accounts;
    private final Staff staff;
    private final Administrators administrators;
    private final AccessTokens accessTokens;
    private final SessionConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Sessions(
            SessionStore store,
            Accounts accounts,
            Staff staff,
            Administrators administrators,
            AccessTokens accessTokens,
            SessionConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.staff = staff;
        this.administrators = administrators;
        this.accessTokens = accessTokens;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Signs somebody in who has proved who they are. */
    @Transactional
    public TokenPair open(Profile profile) {
        UUID sessionId = Ids.next();
        Instant now = clock.instant();
        store.insert(sessionId, profile.id(), now, now.plus(config.refreshLifetime()));
        return pair(profile, sessionId, now);
    }

    /**
     * Trades a refresh token for a new pair.
     *
     * @return nothing if the token is unknown, expired, of an ended session, or was used before: then somebody else may
     *     have a copy, and the session ends for both
     */
    @Transactional
    Optional<TokenPair> refresh(OpaqueToken token) {
        Instant now = clock.instant();
        Optional<KnownToken> known = store.lock(token);
        String result = known.map(found -> judge(found, now)).orElse("unknown");
        meters.counter("bb.token.refresh", "result", result).increment();
        if (result.equals("reused")) {
            store.end(known.get().sessionId(), "reuse", now);
        }
        if (!result.equals("renewed")) {
            return Optional.empty();
        }
        UUID sessionId = known.get().sessionId();
        store.use(token, sessionId, now, now.plus(config.refreshLifetime()));
        return accounts.find(known.get().accountId()).map(profile -> pair(profile, sessionId, now));
    }

    private String judge(KnownToken token, Instant now) {
        if (token.ended()) {
            return "ended";
        }
        if (!token.expiresAt().isAfter(now)) {
            return "expired";
        }
        boolean first = token.usedAt() == null;
        return first || !token.usedAt().plus(config.doubleClick()).isBefore(now) ? "renewed" : "reused";
    }

    /** Ends the session of a refresh token, if it is one. */
    @Transactional
    void end(OpaqueToken token) {
        store.lock(token).ifPresent(known -> store.end(known.sessionId(), "logout", clock.instant()));
    }

    /** Signs an account out everywhere but in one session, which may be null; for a new password. */
    @Transactional
    public void endOthers(UUID accountId, UUID kept) {
        store.endAllBut(accountId, kept, "password", clock.instant());
    }

    /** Signs an erased account out everywhere. */
    @Transactional
    public void endErased(UUID accountId) {
        store.endAllBut(accountId, null, "erased", clock.instant());
    }

    /** Where somebody is signed in, oldest first. */
    public List<SignIn> live(UUID accountId) {
        return store.live(accountId, clock.instant());
    }

    private TokenPair pair(Profile profile, UUID sessionId, Instant now) {
        OpaqueToken refresh = OpaqueToken.random();
        store.insertToken(refresh, sessionId, now.plus(config.refreshLifetime()));
        TokenSubject subject = new TokenSubject(
                profile.id(),
                sessionId,
                profile.email(),
                profile.emailVerified(),
                administrators.include(profile),
                staff.rolesOf(profile.id()));
        return new TokenPair(accessTokens.forUser(subject), "Bearer", accessTokens.lifetimeSeconds(), refresh.text());
    }
}
