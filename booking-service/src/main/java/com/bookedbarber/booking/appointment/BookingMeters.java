package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.problem.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is counted of appointments: {@code bb_bookings_total{outcome}} (confirmed, held, or the error such as
 * slot-taken) and {@code bb_appointment_moves_total{to}}.
 */
@ApplicationScoped
class BookingMeters {

    private final MeterRegistry meters;

    BookingMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void booked(AppointmentStatus status) {
        meters.counter("bb.bookings", "outcome", status.wireName()).increment();
    }

    void refused(ErrorCode code) {
        meters.counter("bb.bookings", "outcome", code.slug()).increment();
    }

    void moved(String to) {
        meters.counter("bb.appointment.moves", "to", to).increment();
    }
}
