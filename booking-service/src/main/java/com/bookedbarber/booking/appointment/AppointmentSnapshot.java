package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.money.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An appointment as the other services see it, in events and when they ask. */
public record AppointmentSnapshot(
        UUID appointmentId,
        UUID shopId,
        UUID barberId,
        String barberName,
        UUID clientId,
        UUID clientRef,
        List<UUID> serviceIds,
        List<Line> services,
        Instant startsAt,
        Instant endsAt,
        String status,
        Money price,
        Money deposit,
        Money paid,
        String timeZone,
        LocalDate localDate,
        Instant holdExpiresAt,
        Instant createdAt,
        long version,
        Money refund,
        Money fee) {

    /** A service of it. */
    public record Line(UUID serviceId, String name, Money price, int durationMinutes) {}

    /** The snapshot of an appointment. */
    public static AppointmentSnapshot of(Appointment appointment) {
        Charges charges = appointment.charges();
        String currency = charges.currency();
        return new AppointmentSnapshot(
                appointment.id(),
                appointment.shopId(),
                appointment.barberId(),
                appointment.barberName(),
                appointment.client().userId(),
                appointment.client().recordId(),
                appointment.serviceIds(),
                lines(appointment.services(), currency),
                appointment.time().startsAt(),
                appointment.time().endsAt(),
                appointment.status().wireName(),
                Money.of(charges.price(), currency),
                Money.of(charges.deposit(), currency),
                Money.of(charges.paid(), currency),
                appointment.time().zone().getId(),
                appointment.time().localDate(),
                appointment.holdExpiresAt(),
                appointment.createdAt(),
                appointment.version(),
                money(charges.refund(), currency),
                money(charges.fee(), currency));
    }

    static List<Line> lines(List<BookedService> services, String currency) {
        return services.stream()
                .map(service -> new Line(
                        service.serviceId(),
                        service.name(),
                        Money.of(service.price(), currency),
                        service.durationMinutes()))
                .toList();
    }

    static Money money(Long amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
