package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.client.ClientContact;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * An appointment to book.
 *
 * @param serviceIds what is to be done, in that order
 * @param barberId by whom; {@code any} or nothing leaves it to the shop
 * @param client who it is for; guests must say, the staff may say
 */
@Schema(examples = """
                {"shopId": "01990c3e-6a3f-7c1e-9b0a-5f6f1c2d3e41", "serviceIds": ["01990c3e-6a3f-7c1e-9b0a-5f6f1c2d3e42"],
                 "barberId": "any", "startsAt": "2026-12-01T14:30:00Z", "client": {"name": "Ann Example", "email": "ann@example.com"}}
                """)
public record NewAppointment(
        @NotNull(message = "must be given") UUID shopId,

        @NotEmpty(message = "must be given") @Size(max = 10, message = "must have at most 10 entries")
        List<@NotNull(message = "must be given") UUID> serviceIds,

        String barberId,
        @NotNull(message = "must be given") Instant startsAt,
        @Valid ClientContact client,

        @Size(max = 2_000, message = "must have at most 2000 characters")
        String notes) {

    private static final String ANY = "any";

    /** The barber asked for, or null for any. */
    UUID barber() {
        return barber(barberId);
    }

    static UUID barber(String barberId) {
        return barberId == null || barberId.equals(ANY) ? null : QueryValue.requireId("barberId", barberId);
    }

    /** 400 for what no constraint can say. */
    void check() {
        requireMinute(startsAt);
        if (new HashSet<>(serviceIds).size() != serviceIds.size()) {
            throw ProblemException.invalid("serviceIds", "must not repeat");
        }
        barber();
    }

    static void requireMinute(Instant startsAt) {
        QueryValue.requireSensible("startsAt", startsAt);
        if (!startsAt.equals(startsAt.truncatedTo(ChronoUnit.MINUTES))) {
            throw ProblemException.invalid("startsAt", "must be a whole minute");
        }
    }
}
