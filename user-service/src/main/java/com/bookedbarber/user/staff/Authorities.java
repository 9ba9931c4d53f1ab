package com.bookedbarber.user.staff;

import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.user.account.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/**
 * Looks up what the caller may decide. Here the truth is at hand, so the roles in the token, which may be minutes old,
 * are not trusted: a manager who was just dismissed cannot invite themselves back.
 */
@ApplicationScoped
public class Authorities {

    private final StaffStore staff;
    private final SignedIn signedIn;
    private final Callers callers;

    Authorities(StaffStore staff, SignedIn signedIn, Callers callers) {
        this.staff = staff;
        this.signedIn = signedIn;
        this.callers = callers;
    }

    /** The caller's authority in a shop; nobody's in one that does not exist. 401 if they were erased meanwhile. */
    public Authority inShop(UUID shopId) {
        return new Authority(
                staff.role(shopId, signedIn.profile().id()).orElse(null),
                callers.current().isAdmin());
    }
}
