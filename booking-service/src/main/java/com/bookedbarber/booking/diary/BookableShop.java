package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.ShopRules;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.policy.BookingPolicy;
import com.bookedbarber.booking.request.FieldFault;
import com.bookedbarber.platform.problem.ErrorCode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A shop as a booking sees it: its rules, the services asked for, and the barbers who may do them.
 *
 * @param services those of the services asked for that the shop has
 * @param barbers the active barbers, or the one asked for, active or not
 */
public record BookableShop(
        UUID id,
        String name,
        ZoneId zone,
        String currency,
        BookingPolicy policy,
        TimeSpans closures,
        Map<UUID, OfferedService> services,
        List<BookableBarber> barbers) {

    /** What the shop demands of every booking. */
    public ShopRules rules() {
        return new ShopRules(zone, policy.slotStepMinutes(), policy.minNoticeMinutes(), policy.horizonDays(), closures);
    }

    /** Whether all of these are offered now. */
    public boolean offers(List<UUID> serviceIds) {
        return serviceIds.stream().map(services::get).allMatch(service -> service != null && service.active());
    }

    /** The services in the order asked for; 404 for one that the shop does not have, 422 for one not offered now. */
    public List<OfferedService> require(List<UUID> serviceIds, String field) {
        List<OfferedService> wanted = new ArrayList<>();
        for (UUID serviceId : serviceIds) {
            OfferedService service = services.get(serviceId);
            if (service == null) {
                throw FieldFault.of(ErrorCode.NOT_FOUND, field, "There is no such service in this shop.");
            }
            if (!service.active()) {
                throw FieldFault.of(ErrorCode.NOT_BOOKABLE, field, "This service is not offered at the moment.");
            }
            wanted.add(service);
        }
        return wanted;
    }

    /**
     * The barbers who do all of the services.
     *
     * @param barberId the only one asked for, or null for any; 404 if the shop has no such barber, 422 if they take no
     *     bookings or do not do all of it
     */
    public List<BookableBarber> barbersFor(List<OfferedService> wanted, UUID barberId) {
        if (barberId != null && barbers.isEmpty()) {
            throw FieldFault.of(ErrorCode.NOT_FOUND, "barberId", "There is no such barber in this shop.");
        }
        if (barberId != null && !barbers.getFirst().active()) {
            throw FieldFault.of(ErrorCode.NOT_BOOKABLE, "barberId", "This barber takes no bookings at the moment.");
        }
        List<BookableBarber> able =
                barbers.stream().filter(barber -> barber.does(wanted)).toList();
        if (barberId != null && able.isEmpty()) {
            throw FieldFault.of(ErrorCode.NOT_BOOKABLE, "barberId", "This barber does not do all of these services.");
        }
        return able;
    }
}
