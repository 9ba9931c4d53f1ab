package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An appointment as clients see it.
 *
 * @param manageToken lets a guest manage it; only in the answer to the booking
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentView(
        UUID id,
        UUID shopId,
        UUID barberId,
        String barberName,
        UUID clientId,
        ClientView client,
        List<UUID> serviceIds,
        List<AppointmentSnapshot.Line> services,
        Instant startsAt,
        Instant endsAt,
        String timeZone,
        String status,
        Money price,
        Money deposit,
        Money paid,
        Money refund,
        Money fee,
        Instant holdExpiresAt,
        String notes,
        long version,
        Instant createdAt,
        String manageToken) {

    /** Who it is for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClientView(String name, String email, String phone) {}

    static AppointmentView of(Appointment appointment) {
        return of(appointment, null);
    }

    static AppointmentView of(Appointment appointment, String manageToken) {
        Charges charges = appointment.charges();
        String currency = charges.currency();
        return new AppointmentView(
                appointment.id(),
                appointment.shopId(),
                appointment.barberId(),
                appointment.barberName(),
                appointment.client().userId(),
                new ClientView(
                        appointment.client().name(),
                        appointment.client().email(),
                        appointment.client().phone()),
                appointment.serviceIds(),
                AppointmentSnapshot.lines(appointment.services(), currency),
                appointment.time().startsAt(),
                appointment.time().endsAt(),
                appointment.time().zone().getId(),
                appointment.status().wireName(),
                Money.of(charges.price(), currency),
                Money.of(charges.deposit(), currency),
                Money.of(charges.paid(), currency),
                AppointmentSnapshot.money(charges.refund(), currency),
                AppointmentSnapshot.money(charges.fee(), currency),
                appointment.status() == AppointmentStatus.HELD ? appointment.holdExpiresAt() : null,
                appointment.notes(),
                appointment.version(),
                appointment.createdAt(),
                manageToken);
    }
}
