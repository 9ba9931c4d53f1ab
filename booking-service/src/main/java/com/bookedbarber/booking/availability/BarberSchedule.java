package com.bookedbarber.booking.availability;

import java.util.Comparator;
import java.util.UUID;

/**
 * What is known of one barber's time.
 *
 * @param barberId the barber
 * @param hours when the barber works
 * @param timeOff what cuts the hours
 * @param busy the ranges {@code [startsAt − before, endsAt + after)} of the barber's live appointments; an appointment
 *     that is being moved is left out
 */
public record BarberSchedule(UUID barberId, WorkingHours hours, TimeSpans timeOff, TimeSpans busy) {

    /** The order of ids as PostgreSQL has it; {@link UUID#compareTo} is signed and would differ. */
    static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);
}
