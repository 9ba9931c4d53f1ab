package com.bookedbarber.user.session;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.account.Accounts;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.mfa.SecondFactor;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Signing in with a password, and a one-time code where one is asked for. Counted as {@code bb_login_total{result}}. */
@ApplicationScoped
class Login {

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final MeterRegistry meters;

    Login(Accounts accounts, SecondFactor secondFactor, Sessions sessions, MeterRegistry meters) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.meters = meters;
    }

    /**
     * Signs somebody in.
     *
     * @param otp the code of an authenticator app or a recovery code; may be null
     * @throws ProblemException 401, {@code otp-required} if only the code is missing, else {@code bad-credentials}
     */
    TokenPair signIn(String email, String password, String otp) {
        Profile profile = accounts.findByCredentials(email, password)
                .orElseThrow(() -> refused(ErrorCode.BAD_CREDENTIALS, "The e-mail address or the password is wrong."));
        if (secondFactor.isEnabled(profile.id())) {
            checkCode(profile, otp);
        }
        count("ok");
        return sessions.open(profile);
    }

    private void checkCode(Profile profile, String otp) {
        if (otp == null || otp.isBlank()) {
            throw refused(ErrorCode.OTP_REQUIRED, "Send the code of your authenticator app as otp.");
        }
        if (!secondFactor.accepts(profile.id(), otp)) {
            throw refused(ErrorCode.BAD_CREDENTIALS, "The code is wrong or was used before.");
        }
    }

    private ProblemException refused(ErrorCode code, String detail) {
        count(code.slug());
        return new ProblemException(code, detail).header("WWW-Authenticate", "Bearer");
    }

    private void count(String result) {
        meters.counter("bb.login", "result", result).increment();
    }
}
