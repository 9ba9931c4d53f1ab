package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.availability.Availability;
import com.bookedbarber.booking.availability.BarberSchedule;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.diary.BookableShop;
import com.bookedbarber.booking.diary.ShopReader;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds coming appointments that changed hours have left outside: they stay booked, but somebody has to see to them. */
@ApplicationScoped
class OutsideHours {

    private static final String COMING = """
            SELECT id, barber_id, starts_at, ends_at, status FROM appointment
            WHERE %s = ? AND starts_at > ? AND status IN ('held', 'confirmed', 'checked-in')
            ORDER BY starts_at, id
            """;

    private final Sql sql;
    private final ShopReader reader;

    OutsideHours(Sql sql, ShopReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /** A barber's appointments that are outside now. */
    List<Outside> ofBarber(UUID shopId, UUID barberId) {
        return among(shopId, barberId, coming("barber_id", barberId));
    }

    /** A shop's appointments that are outside now. */
    List<Outside> ofShop(UUID shopId) {
        return among(shopId, null, coming("shop_id", shopId));
    }

    private List<Outside> coming(String column, UUID id) {
        return sql.list(
                COMING.formatted(column),
                row -> new Outside(
                        row.getObject("id", UUID.class),
                        row.getObject("barber_id", UUID.class),
                        Sql.instant(row, "starts_at"),
                        Sql.instant(row, "ends_at"),
                        row.getString("status")),
                id,
                Instant.now());
    }

    private List<Outside> among(UUID shopId, UUID barberId, List<Outside> coming) {
        if (coming.isEmpty()) {
            return List.of();
        }
        BookableShop shop = reader.read(
                shopId,
                List.of(),
                barberId,
                date(coming.getFirst().startsAt()),
                date(coming.getLast().startsAt()));
        Availability availability = new Availability(shop.rules(), Instant.now());
        Map<UUID, BarberSchedule> schedules = shop.barbers().stream()
                .map(barber -> barber.schedule(TimeSpans.none()))
                .collect(Collectors.toMap(BarberSchedule::barberId, Function.identity()));
        return coming.stream()
                .filter(visit -> isOutside(availability, schedules.get(visit.barberId()), visit))
                .toList();
    }

    private static boolean isOutside(Availability availability, BarberSchedule schedule, Outside visit) {
        return schedule == null || !availability.isOpenFor(schedule, visit.startsAt(), visit.endsAt());
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** An appointment that is outside the hours. */
    record Outside(UUID id, UUID barberId, Instant startsAt, Instant endsAt, String status) {}
}
