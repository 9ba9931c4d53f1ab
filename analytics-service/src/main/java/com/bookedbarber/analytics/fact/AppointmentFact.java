package com.bookedbarber.analytics.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The latest known state of an appointment.
 *
 * @param counts whether it has ever been more than a hold
 * @param minutes from start to end
 * @param price in minor units
 */
record AppointmentFact(
        UUID appointmentId,
        UUID shopId,
        long version,
        UUID barberId,
        String clientRef,
        String status,
        boolean counts,
        Instant startsAt,
        LocalDate day,
        long minutes,
        long price,
        @JsonIgnore List<ServiceShare> services) {

    /** What was known of an appointment before. */
    record Known(long version, boolean counts, String clientRef) {}

    Known known() {
        return new Known(version, counts, clientRef);
    }

    /** The state after a snapshot; nothing if what is known is newer. */
    static Optional<AppointmentFact> after(AppointmentSnapshot snapshot, Optional<Known> before) {
        if (before.filter(known -> known.version() > snapshot.version()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new AppointmentFact(
                snapshot.appointmentId(),
                snapshot.shopId(),
                snapshot.version(),
                snapshot.barberId(),
                snapshot.clientRef(),
                snapshot.status(),
                counts(snapshot.status(), before),
                snapshot.startsAt(),
                snapshot.day(),
                Math.max(
                        0,
                        Duration.between(snapshot.startsAt(), snapshot.endsAt()).toMinutes()),
                snapshot.price() == null ? 0 : snapshot.price().amount(),
                ServiceShare.of(snapshot)));
    }

    /** A hold that ends as a hold was never an appointment. One that is first told of when cancelled was one. */
    private static boolean counts(String status, Optional<Known> before) {
        return switch (status) {
            case "held", "expired" -> before.map(Known::counts).orElse(false);
            case "cancelled" -> before.map(Known::counts).orElse(true);
            default -> true;
        };
    }
}
