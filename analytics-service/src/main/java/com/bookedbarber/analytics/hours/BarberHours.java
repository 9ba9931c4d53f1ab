package com.bookedbarber.analytics.hours;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
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
        return hours;
    }
}
