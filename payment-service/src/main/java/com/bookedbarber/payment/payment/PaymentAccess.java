package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.appointment.Appointments;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Decides whose business a payment is. To everybody else it does not exist. */
@ApplicationScoped
class PaymentAccess {

    private final Appointments appointments;
    private final Callers callers;
    private final ShopAccess access;

    PaymentAccess(Appointments appointments, Callers callers, ShopAccess access) {
        this.appointments = appointments;
        this.callers = callers;
        this.access = access;
    }

    /** Throws unless the caller is its client, works in the shop or has the appointment's manage token. */
    void require(Payment payment, Optional<String> manageToken) {
        if (isOwn(payment) || access.worksIn(payment.shopId)) {
            return;
        }
        try {
            appointments.ofCaller(payment.appointmentId, manageToken);
        } catch (ProblemException refused) {
            throw refused.code() == ErrorCode.NOT_FOUND ? ProblemException.notFound("payment") : refused;
        }
    }

    /** As {@link #require}, but the payment's client secret will do. */
    void requireToApprove(Payment payment, Optional<String> manageToken, Optional<String> clientSecret) {
        boolean knowsSecret = payment.clientSecret != null
                && clientSecret
                        .filter(secret -> equal(secret, payment.clientSecret))
                        .isPresent();
        if (!knowsSecret) {
            require(payment, manageToken);
        }
    }

    /** Whether the caller is the client whose visit it is for. */
    private boolean isOwn(Payment payment) {
        Caller caller = callers.current();
        return caller.userId().filter(id -> id.equals(payment.clientId)).isPresent();
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
