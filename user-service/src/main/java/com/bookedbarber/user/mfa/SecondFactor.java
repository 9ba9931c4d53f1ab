package com.bookedbarber.user.mfa;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.mfa.SecondFactorStore.Kept;
import com.bookedbarber.user.secret.OpaqueToken;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bouncycastle.util.encoders.Base32;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** One-time codes beside the password. Its key is read at start, so that a bad one is noticed before it is needed. */
@Startup
@ApplicationScoped
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final SecureRandom random = new SecureRandom();
    private final SecondFactorStore store;
    private final SecretBox box;
    private final Clock clock;

    SecondFactor(SecondFactorStore store, Clock clock, @ConfigProperty(name = "bb.mfa.key") String key) {
        this.store = store;
        this.box = new SecretBox(Base64.getDecoder().decode(key));
        this.clock = clock;
    }

    /** Whether signing in asks for a code. */
    public boolean isEnabled(UUID accountId) {
        return store.find(accountId).filter(Kept::enabled).isPresent();
    }

    /** Whether it is a code of the authenticator app, or a recovery code; each is good once. */
    @Transactional
    public boolean accepts(UUID accountId, String code) {
        String plain = code.replaceAll("[\\s-]", "");
        return store.find(accountId)
                .filter(Kept::enabled)
                .filter(kept ->
                        isFresh(accountId, kept, plain) || store.useRecoveryCode(accountId, recoveryHash(plain)))
                .isPresent();
    }

    /** Makes a secret for an authenticator app, in Base32; 409 if codes are asked for already. */
    @Transactional
    String setUp(UUID accountId) {
        byte[] secret = randomBytes(SECRET_BYTES);
        if (!store.prepare(accountId, box.close(secret, accountId))) {
            throw alreadyEnabled();
        }
        return Base32.toBase32String(secret).replace("=", "");
    }

    /**
     * Asks for codes from now on, if this one is right; gives recovery codes, which are shown this once. The code is not
     * used up: many sign in with it a moment later, and nobody could have signed in with it before.
     */
    @Transactional
    List<String> enable(UUID accountId, String code) {
        Kept kept = store.find(accountId)
                .orElseThrow(() -> new ProblemException(ErrorCode.ILLEGAL_STATE, "Set an authenticator app up first."));
        if (kept.enabled()) {
            throw alreadyEnabled();
        }
        if (stepOf(accountId, kept, code.replaceAll("\\s", "")).isEmpty()) {
            throw ProblemException.invalid("otp", "is not the present code of the authenticator app");
        }
        List<String> codes = Stream.generate(() -> Base32.toBase32String(randomBytes(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        if (!store.enable(
                accountId,
                clock.instant(),
                codes.stream().map(SecondFactor::recoveryHash).toList())) {
            throw alreadyEnabled();
        }
        return codes.stream().map(SecondFactor::readable).toList();
    }

    /** Asks for codes no longer, if this one is right. */
    @Transactional
    void disable(UUID accountId, String code) {
        if (!isEnabled(accountId)) {
            throw new ProblemException(ErrorCode.ILLEGAL_STATE, "No one-time codes are asked for.");
        }
        if (!accepts(accountId, code)) {
            throw ProblemException.invalid("otp", "is neither the present code nor a recovery code");
        }
        store.delete(accountId);
    }

    /** Forgets everything about it. */
    public void remove(UUID accountId) {
        store.delete(accountId);
    }

    private boolean isFresh(UUID accountId, Kept kept, String code) {
        OptionalLong step = stepOf(accountId, kept, code);
        return step.isPresent() && store.useStep(accountId, step.getAsLong());
    }

    private OptionalLong stepOf(UUID accountId, Kept kept, String code) {
        return Totp.stepOf(code, box.open(kept.secret(), accountId), clock.instant());
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** In groups of four, as people read it out. */
    private static String readable(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] recoveryHash(String code) {
        return new OpaqueToken(code.toUpperCase(Locale.ROOT)).hash();
    }

    private static ProblemException alreadyEnabled() {
        return new ProblemException(
                ErrorCode.ILLEGAL_STATE, "One-time codes are asked for already; disable them first.");
    }
}
