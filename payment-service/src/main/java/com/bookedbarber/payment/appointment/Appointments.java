package com.bookedbarber.payment.appointment;

import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.Optional;
import java.util.UUID;

/** Appointments as their owner, the booking-service, tells them to whoever may know. */
@ApplicationScoped
public class Appointments {

    /** The header, and in camel case the query parameter, by which a guest shows that an appointment is theirs. */
    public static final String MANAGE_TOKEN = "X-Manage-Token";

    private static final Logger LOG = Logger.getLogger(Appointments.class);

    private final BookingServiceCalls bookingService;
    private final Callers callers;
    private final ShopAccess access;

    Appointments(BookingServiceCalls bookingService, Callers callers, ShopAccess access) {
        this.bookingService = bookingService;
        this.callers = callers;
        this.access = access;
    }

    /**
     * The appointment, if it is the caller's business: its client, the shop's staff, or whoever has its manage token.
     *
     * @param manageToken empty for callers without one
     * @throws ProblemException 401 for nobody without a manage token, 403 for a wrong one, 404 for an appointment that
     *     does not exist or is somebody else's, 503 when the booking-service cannot be asked
     */
    public Appointment ofCaller(UUID appointmentId, Optional<String> manageToken) {
        Caller caller = callers.current();
        if (caller.isNobody() && manageToken.isEmpty()) {
            throw new ProblemException(
                            ErrorCode.UNAUTHENTICATED, "Sign in, or send the appointment's " + MANAGE_TOKEN + ".")
                    .header("WWW-Authenticate", "Bearer");
        }
        Appointment appointment = ask(appointmentId, manageToken);
        boolean own = manageToken.isPresent()
                || caller.userId()
                        .filter(id -> id.equals(appointment.clientId()))
                        .isPresent();
        if (!own && !access.worksIn(appointment.shopId())) {
            throw ProblemException.notFound("appointment");
        }
        return appointment;
    }

    private Appointment ask(UUID appointmentId, Optional<String> manageToken) {
        try {
            return bookingService.appointment(appointmentId, manageToken.orElse(null));
        } catch (ProblemException answer) {
            throw answer;
        } catch (RuntimeException unreachable) {
            LOG.warnf("The booking-service could not be asked for an appointment: %s", unreachable.toString());
            throw new ProblemException(
                            ErrorCode.UNAVAILABLE,
                            "What is owed for the appointment cannot be read right now; try again in a moment.")
                    .header("Retry-After", "2");
        }
    }
}
