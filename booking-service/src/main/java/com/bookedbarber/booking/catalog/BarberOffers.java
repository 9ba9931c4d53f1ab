package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.request.FieldFault;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who does what. */
@ApplicationScoped
class BarberOffers {

    private final Sql sql;

    BarberOffers(Sql sql) {
        this.sql = sql;
    }

    /** What each of the barbers does. */
    Map<UUID, List<BarberOffer>> of(List<UUID> barberIds) {
        return sql
                .list(
                        "SELECT barber_id, service_id, price, duration_minutes FROM barber_service"
                                + " WHERE barber_id = ANY (?) ORDER BY barber_id, service_id",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new BarberOffer(
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, Long.class),
                                        row.getObject(4, Integer.class))),
                        (Object) barberIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<BarberOffer> of(UUID barberId) {
        return of(List.of(barberId)).getOrDefault(barberId, List.of());
    }

    /** Makes this all that the barber does; 404 naming the field for a service that the shop does not have. */
    void replace(UUID barberId, UUID shopId, List<BarberOffer> offers) {
        requireServices(shopId, offers);
        sql.update("DELETE FROM barber_service WHERE barber_id = ?", barberId);
        for (BarberOffer offer : offers) {
            sql.update(
                    "INSERT INTO barber_service (barber_id, service_id, shop_id, price, duration_minutes)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    barberId,
                    offer.serviceId(),
                    shopId,
                    offer.price(),
                    offer.durationMinutes());
        }
    }

    private void requireServices(UUID shopId, List<BarberOffer> offers) {
        UUID[] wanted = offers.stream().map(BarberOffer::serviceId).toArray(UUID[]::new);
        Set<UUID> known = new HashSet<>(sql.list(
                "SELECT id FROM service WHERE shop_id = ? AND id = ANY (?) ORDER BY id FOR KEY SHARE",
                row -> row.getObject(1, UUID.class),
                shopId,
                wanted));
        for (UUID id : wanted) {
            if (!known.contains(id)) {
                throw FieldFault.of(ErrorCode.NOT_FOUND, "serviceIds", "The shop has no service " + id + ".");
            }
        }
    }
}
