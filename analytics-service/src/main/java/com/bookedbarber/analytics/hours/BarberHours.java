package com.bookedbarber.analytics.hours;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The hours that barbers had and have. */
@ApplicationScoped
public class BarberHours {

    private final Sql sql;

    BarberHours(Sql sql) {
        this.sql = sql;
    }

    /** Takes in new hours, valid from that day of the shop on. */
    public void learn(HoursChanged changed, LocalDate since) {
        sql.update("""
                INSERT INTO barber_hours (shop_id, barber_id, since, minutes) VALUES (?, ?, ?, ?)
                ON CONFLICT (shop_id, barber_id, since) DO UPDATE SET minutes = excluded.minutes
                """, changed.shopId(), changed.barberId(), since, changed.minutesByDay());
    }

    /** Takes in which coming dates differ, unless something newer is known. */
    public void learn(DatesChanged changed) {
        if (changed.asOf() == null) {
            return;
        }
        Set<UUID> news = new HashSet<>(
                sql.list("""
                INSERT INTO barber_dates_told (barber_id, as_of) SELECT id, ? FROM unnest(?::uuid[]) AS id ORDER BY id
                ON CONFLICT (barber_id) DO UPDATE SET as_of = excluded.as_of
                WHERE barber_dates_told.as_of < excluded.as_of
                RETURNING barber_id
                """, row -> row.getObject(1, UUID.class), changed.asOf(), texts(changed.barberIds())));
        sql.update(
                "DELETE FROM barber_date WHERE shop_id = ? AND barber_id = ANY (?::uuid[]) AND day >= ?",
                changed.shopId(),
                texts(news),
                changed.from());
        List<DatesChanged.Day> days = changed.days().stream()
                .filter(day -> news.contains(day.barberId()))
                .toList();
        sql.update(
                """
                INSERT INTO barber_date (shop_id, barber_id, day, minutes)
                SELECT ?, id, day, minutes FROM unnest(?::uuid[], ?::date[], ?::int[]) AS changed (id, day, minutes)
                """,
                changed.shopId(),
                texts(days.stream().map(DatesChanged.Day::barberId).toList()),
                days.stream().map(day -> day.date().toString()).toArray(String[]::new),
                days.stream().map(DatesChanged.Day::minutes).toArray(Integer[]::new));
    }

    /** The hours of a shop's barbers. */
    public WorkingHours of(UUID shopId) {
        WorkingHours hours = new WorkingHours();
        sql.list(
                "SELECT barber_id, since, minutes FROM barber_hours WHERE shop_id = ?",
                row -> {
                    hours.add(
                            row.getObject("barber_id", UUID.class), row.getObject("since", LocalDate.class), (Integer[])
                                    row.getArray("minutes").getArray());
                    return null;
                },
                shopId);
        sql.list(
                "SELECT barber_id, day, minutes FROM barber_date WHERE shop_id = ?",
                row -> {
                    hours.add(
                            row.getObject("barber_id", UUID.class),
                            row.getObject("day", LocalDate.class),
                            row.getInt("minutes"));
                    return null;
                },
                shopId);
        return hours;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
