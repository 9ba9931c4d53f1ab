package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.cancellation.CancellationPolicy;
import com.bookedbarber.booking.client.Client;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An appointment at one moment of its life. Values: a move makes a new one.
 *
 * @param holdExpiresAt until when the time is kept without a deposit; null if none was due
 * @param cancellation the policy in force when it was booked
 * @param anyBarber whether the shop chose the barber
 * @param notes what the client wrote, or null
 * @param version grows by one with every change
 */
public record Appointment(
        UUID id,
        UUID shopId,
        UUID barberId,
        String barberName,
        Client client,
        List<BookedService> services,
        VisitTime time,
        AppointmentStatus status,
        Instant holdExpiresAt,
        Charges charges,
        CancellationPolicy cancellation,
        boolean anyBarber,
        String notes,
        Instant createdAt,
        long version) {

    /** In another state; 409 with the current one if the life of an appointment has no such move. */
    Appointment moveTo(AppointmentStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw illegal("An appointment that is " + status.wireName() + " cannot become " + next.wireName() + ".");
        }
        if (next.isTooEarly(time.startsAt(), now)) {
            throw illegal("The visit has not started yet.");
        }
        return with(barberId, barberName, services, time, next, charges);
    }

    /** Somewhere else in the calendar; 409 with the current state if its visit has begun or it is over. */
    Appointment movedTo(Seat seat) {
        requireReschedulable();
        Charges moved = charges.forPrice(seat.price());
        return with(seat.barberId(), seat.barberName(), seat.services(), seat.time(), status, moved);
    }

    /** 409 with the current state unless it can be moved to another time. */
    void requireReschedulable() {
        if (!status.isReschedulable()) {
            throw illegal("An appointment that is " + status.wireName() + " cannot be moved.");
        }
    }

    /** 409 with the current state once the visit should have started. */
    void requireAhead(Instant now) {
        if (!now.isBefore(time.startsAt())) {
            throw illegal("The time of this appointment has come; only the shop can move it now.");
        }
    }

    /** With other charges, as a change of its own. */
    Appointment charged(Charges newCharges) {
        return with(barberId, barberName, services, time, status, newCharges);
    }

    /** With other charges, as part of a move. */
    Appointment withCharges(Charges newCharges) {
        return with(barberId, barberName, services, time, status, newCharges).atVersion(version);
    }

    List<UUID> serviceIds() {
        return services.stream().map(BookedService::serviceId).toList();
    }

    private Appointment with(
            UUID barber,
            String name,
            List<BookedService> visit,
            VisitTime when,
            AppointmentStatus state,
            Charges money) {
        return new Appointment(
                id,
                shopId,
                barber,
                name,
                client,
                visit,
                when,
                state,
                holdExpiresAt,
                money,
                cancellation,
                anyBarber,
                notes,
                createdAt,
                version + 1);
    }

    private Appointment atVersion(long number) {
        return new Appointment(
                id,
                shopId,
                barberId,
                barberName,
                client,
                services,
                time,
                status,
                holdExpiresAt,
                charges,
                cancellation,
                anyBarber,
                notes,
                createdAt,
                number);
    }

    private ProblemException illegal(String detail) {
        return new ProblemException(ErrorCode.ILLEGAL_STATE, detail).with("currentStatus", status.wireName());
    }

    /**
     * Where in the calendar a visit is, and what it costs there.
     *
     * @param price minor units
     */
    record Seat(UUID barberId, String barberName, List<BookedService> services, VisitTime time, long price) {}
}
