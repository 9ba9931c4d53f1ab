package com.bookedbarber.user.account;

import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The account behind the current request. */
@ApplicationScoped
public class SignedIn {

    private final Callers callers;
    private final Accounts accounts;

    SignedIn(Callers callers, Accounts accounts) {
        this.callers = callers;
        this.accounts = accounts;
    }

    /** Its id; 403 for a service, which has no account. */
    public UUID id() {
        return callers.current()
                .userId()
                .orElseThrow(() -> new ProblemException(ErrorCode.FORBIDDEN, "This is for people, not services."));
    }

    /** What is known of it now; 401 if it was erased since the token was issued. */
    public Profile profile() {
        return accounts.find(id()).orElseThrow(SignedIn::gone);
    }

    static ProblemException gone() {
        return new ProblemException(ErrorCode.UNAUTHENTICATED, "This account has been erased.")
                .header("WWW-Authenticate", "Bearer");
    }
}
