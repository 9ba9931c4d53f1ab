package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.ShopRules;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.policy.BookingPolicy;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;

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

    /** The services in the order asked for; 404 for one that the shop does not have, 422 for one not offered now. */
    public List<OfferedService> require(List<UUID> serviceIds, String field) {
        List<OfferedService> wanted = new ArrayList<>();
        for (UUID serviceId : serviceIds) {
            OfferedService service = services.get(serviceId);
            if (service == null) {
                throw fault(ErrorCode.NOT_FOUND, "There is no such service in this shop.", field);
            }
            if (!service.active()) {
                throw fault(ErrorCode.NOT_BOOKABLE, "This service is not offered at the moment.", field);
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
            throw fault(ErrorCode.NOT_FOUND, "There is no such barber in this shop.", "barberId");
        }
        if (barberId != null && !barbers.getFirst().active()) {
            throw fault(ErrorCode.NOT_BOOKABLE, "This barber takes no bookings at the moment.", "barberId");
        }
        List<BookableBarber> able =
                barbers.stream().filter(barber -> barber.does(wanted)).toList();
        if (barberId != null && able.isEmpty()) {
            throw fault(ErrorCode.NOT_BOOKABLE, "This barber does not do all of these services.", "barberId");
        }
        return able;
    }

    private static ProblemException fault(ErrorCode code, String detail, String field) {
        return new ProblemException(code, detail).with("errors", List.of(new FieldError(field, detail)));
    }
}
