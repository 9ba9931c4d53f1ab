package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A barber as clients see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BarberView(
        UUID id,
        UUID shopId,
        String displayName,
        UUID userId,
        String bio,
        List<UUID> serviceIds,
        List<BarberRequest.Override> overrides,
        boolean active,
        long version,
        Instant createdAt) {

    static BarberView of(Barber barber, List<BarberOffer> offers, String currency) {
        return new BarberView(
                barber.id,
                barber.shopId,
                barber.displayName,
                barber.userId,
                barber.bio,
                offers.stream().map(BarberOffer::serviceId).toList(),
                offers.stream()
                        .filter(offer -> offer.price() != null || offer.durationMinutes() != null)
                        .map(offer -> new BarberRequest.Override(
                                offer.serviceId(),
                                offer.price() == null ? null : Money.of(offer.price(), currency),
                                offer.durationMinutes()))
                        .toList(),
                barber.active,
                barber.version,
                barber.createdAt);
    }
}
