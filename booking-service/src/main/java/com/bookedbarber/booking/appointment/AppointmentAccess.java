package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides who may do what with an appointment: its client, the shop's staff, and whoever has its manage token. */
@ApplicationScoped
public class AppointmentAccess {

    private final Callers callers;
    private final ShopAccess shops;
    private final SignedLinks links;

    AppointmentAccess(Callers callers, ShopAccess shops, SignedLinks links) {
        this.callers = callers;
        this.shops = shops;
        this.links = links;
    }

    /**
     * Throws 401 or 403 unless the caller may see and manage the appointment.
     *
     * @param token the manage token, or null
     */
    public void require(Appointment appointment, String token) {
        if (links.isManageToken(appointment.id(), token)) {
            return;
        }
        if (token != null) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "This is not the appointment's manage token.");
        }
        Caller caller = callers.current();
        if (caller.isNobody()) {
            throw new ProblemException(
                            ErrorCode.UNAUTHENTICATED,
                            "Sign in, or send the manage token that the booking was answered with.")
                    .header("WWW-Authenticate", "Bearer");
        }
        if (!isClient(appointment, caller) && !shops.worksIn(appointment.shopId())) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "This is somebody else's appointment.");
        }
    }

    /** Throws 403 unless the caller works in the appointment's shop. */
    void requireStaff(Appointment appointment) {
        shops.requireStaff(appointment.shopId());
    }

    /** Throws 403 unless the caller manages the appointment's shop. */
    void requireManagement(Appointment appointment) {
        shops.requireManagement(appointment.shopId());
    }

    /** Whether the caller works in the appointment's shop. */
    boolean isStaff(Appointment appointment) {
        return !callers.current().isNobody() && shops.worksIn(appointment.shopId());
    }

    /** Who is acting, for the audit trail. */
    String actor() {
        Caller caller = callers.current();
        return caller.isNobody() ? Act.GUEST : caller.subject();
    }

    private static boolean isClient(Appointment appointment, Caller caller) {
        return caller.userId()
                .filter(user -> user.equals(appointment.client().userId()))
                .isPresent();
    }
}
