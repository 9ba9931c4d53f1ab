package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.text.PlainName;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A barber to add, or changes to one: what is left out of a change stays as it is. */
@Schema(examples = """
                {"displayName": "Sam", "serviceIds": ["01990c3e-6a3f-7c1e-9b0a-5f6f1c2d3e42"]}
                """)
public record BarberRequest(
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        @PlainName
        String displayName,

        UUID userId,

        @Size(max = 2_000, message = "must have at most 2000 characters")
        String bio,

        @Size(max = 200, message = "must have at most 200 entries")
        List<@NotNull(message = "must be given") UUID> serviceIds,

        @Size(max = 200, message = "must have at most 200 entries")
        List<@NotNull(message = "must be given") @Valid Override> overrides,

        Boolean active) {

    /**
     * A barber's own price or duration of a service.
     *
     * @param price null for the service's
     * @param durationMinutes null for the service's
     */
    public record Override(
            @NotNull(message = "must be given") UUID serviceId,
            @Valid Money price,

            @Min(value = 1, message = "must be at least 1") @Max(value = 720, message = "must be at most 720")
            Integer durationMinutes) {}

    void requireComplete() {
        if (displayName == null) {
            throw ProblemException.invalid("displayName", "must be given");
        }
    }

    void applyTo(Barber barber) {
        barber.displayName = displayName == null ? barber.displayName : displayName.strip();
        barber.userId = userId == null ? barber.userId : userId;
        barber.bio = bio == null ? barber.bio : bio.isBlank() ? null : bio;
        barber.active = active == null ? barber.active : active;
    }

    /** What the barber is to do, if the request says so. */
    boolean changesOffers() {
        return serviceIds != null || overrides != null;
    }

    /**
     * What the barber does from now on: the services named, each with its override, if there is one. Overrides alone
     * change those and leave the rest.
     */
    List<BarberOffer> offers(List<BarberOffer> present, String currency) {
        Map<UUID, BarberOffer> offers = new LinkedHashMap<>();
        present.forEach(offer -> offers.put(offer.serviceId(), offer));
        if (serviceIds != null) {
            offers.keySet().retainAll(new HashSet<>(serviceIds));
            serviceIds.forEach(id -> offers.putIfAbsent(id, new BarberOffer(id, null, null)));
        }
        if (overrides != null) {
            overrides.forEach(own -> offers.put(own.serviceId(), offer(own, currency)));
        }
        return List.copyOf(offers.values());
    }

    private static BarberOffer offer(Override own, String currency) {
        if (own.price() != null && !own.price().currency().equals(currency)) {
            throw ProblemException.invalid("overrides.price.currency", "must be the shop's, " + currency);
        }
        return new BarberOffer(
                own.serviceId(), own.price() == null ? null : own.price().amount(), own.durationMinutes());
    }
}
