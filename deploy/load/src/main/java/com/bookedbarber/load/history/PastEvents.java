package com.bookedbarber.load.history;

import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.sql.CopyRow;

import java.util.Iterator;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Writes what the booking-service would have published about generated visits into its outbox. */
public final class PastEvents {

    private static final String COPY = "COPY outbox (event_id, type, subject, time, data) FROM STDIN";

    private static final String SNAPSHOT = """
            {"appointmentId": "%s", "shopId": "%s", "barberId": "%s", "barberName": "%s", "clientId": null,\
             "clientRef": "%s", "serviceIds": ["%s"],\
             "services": [{"serviceId": "%s", "name": "%s", "price": %s, "durationMinutes": %d}],\
             "startsAt": "%s", "endsAt": "%s", "status": "%s", "price": %s, "deposit": %s, "paid": %s,\
             "timeZone": "%s", "localDate": "%s", "holdExpiresAt": null, "createdAt": "%s", "version": 1,\
             "refund": null, "fee": null}""";

    private PastEvents() {}

    /** One event for each visit: that it came to be what it is. Answers how many. */
    public static long publish(AdminSql booking, Iterator<PastVisit> visits) {
        Iterable<PastVisit> iterable = () -> visits;
        return booking.copy(
                COPY,
                StreamSupport.stream(iterable.spliterator(), false)
                        .map(PastEvents::row)
                        .iterator());
    }

    private static CopyRow row(PastVisit visit) {
        // Derived from the visit's id, so that the same history makes the same events.
        var id = visit.id();
        var eventId = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
        return new CopyRow()
                .with(eventId)
                .with("booking.appointment." + visit.status())
                .with(id)
                .with(visit.createdAt())
                .with(snapshot(visit));
    }

    private static String snapshot(PastVisit visit) {
        var service = visit.service();
        var shop = visit.shop();
        return SNAPSHOT.formatted(
                visit.id(),
                shop.id(),
                visit.barber().id(),
                visit.barber().name(),
                visit.client().recordId(),
                service.id(),
                service.id(),
                service.name(),
                money(service.price(), shop),
                service.minutes(),
                visit.startsAt(),
                visit.endsAt(),
                visit.status(),
                money(service.price(), shop),
                money(0, shop),
                money(0, shop),
                shop.zone().getId(),
                visit.startsAt().atZone(shop.zone()).toLocalDate(),
                visit.createdAt());
    }

    private static String money(long amount, GeneratedShop shop) {
        return "{\"amount\": %d, \"currency\": \"%s\"}".formatted(amount, shop.currency());
    }
}
