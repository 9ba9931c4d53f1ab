package com.bookedbarber.payment.appointment;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Asks the booking-service patiently, but not for ever. A refusal is an answer, not a failure. */
@ApplicationScoped
class BookingServiceCalls {

    private final BookingService service;

    BookingServiceCalls(@RestClient BookingService service) {
        this.service = service;
    }

    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, jitter = 50, abortOn = ProblemException.class)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, skipOn = ProblemException.class)
    Appointment appointment(UUID id, String manageToken) {
        try {
            return service.appointment(id, manageToken);
        } catch (WebApplicationException failure) {
            throw switch (failure.getResponse().getStatus()) {
                case 404 -> ProblemException.notFound("appointment");
                case 403 ->
                    new ProblemException(
                            ErrorCode.FORBIDDEN, "The X-Manage-Token does not belong to this appointment.");
                default -> failure;
            };
        }
    }
}
