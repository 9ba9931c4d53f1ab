package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.cancellation.Cancellation;
import com.bookedbarber.booking.cancellation.CancellationOutcome;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Says what cancelling an appointment comes to; the preview and the act both ask here. */
@ApplicationScoped
class Cancelling {

    private final Appointments appointments;

    Cancelling(Appointments appointments) {
        this.appointments = appointments;
    }

    /** @param emergency whether the shop lets the client off */
    CancellationOutcome outcome(Appointment appointment, Instant now, boolean emergency) {
        boolean firstVisit = appointment.cancellation().firstVisitGrace()
                && !appointments.hasVisited(appointment.client().recordId());
        return appointment
                .cancellation()
                .refundFor(new Cancellation(
                        appointment.charges().paid(), appointment.time().startsAt(), now, firstVisit, emergency));
    }
}
