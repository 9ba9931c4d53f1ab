package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.money.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An appointment as the booking-service's events show it; what is of no use here is left out. */
record AppointmentSnapshot(
        UUID appointmentId,
        UUID shopId,
        UUID barberId,
        String barberName,
        String clientRef,
        List<Service> services,
        Instant startsAt,
        Instant endsAt,
        String status,
        Money price,
        String timeZone,
        LocalDate localDate,
        long version) {

    /** One of the services of a visit. */
    record Service(UUID serviceId, String name, Money price, int durationMinutes) {}

    List<Service> lines() {
        return services == null ? List.of() : services;
    }

    /** The shop's local date of the start. */
    LocalDate day() {
        return localDate == null ? LocalDate.ofInstant(startsAt, ZoneId.of(timeZone)) : localDate;
    }
}
