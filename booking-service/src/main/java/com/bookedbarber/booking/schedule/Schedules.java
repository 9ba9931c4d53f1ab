package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.availability.LocalHours;
import com.bookedbarber.booking.schedule.HoursEntry.DayHours;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The stored hours, time off and closures. */
@ApplicationScoped
class Schedules {

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));
    private static final String BARBER = "SELECT id, shop_id, user_id FROM barber WHERE id = ?";

    private final Sql sql;
    private final ObjectMapper json;

    Schedules(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The barber and their shop; 404 if there is none. */
    BarberOfShop requireBarber(UUID barberId) {
        return barber(BARBER, barberId);
    }

    /** As {@link #requireBarber}; nobody else replaces the barber's hours until the running transaction ends. */
    BarberOfShop lockBarber(UUID barberId) {
        return barber(BARBER + " FOR NO KEY UPDATE", barberId);
    }

    private BarberOfShop barber(String query, UUID barberId) {
        return sql.one(
                        query,
                        row -> new BarberOfShop(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)),
                        barberId)
                .orElseThrow(() -> ProblemException.notFound("barber"));
    }

    List<HoursEntry> weekly(UUID barberId) {
        return sql.list(
                "SELECT day_of_week, starts, ends FROM working_hours WHERE barber_id = ? ORDER BY day_of_week, starts",
                row -> HoursEntry.of(
                        DayOfWeek.of(row.getInt(1)),
                        new LocalHours(row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class))),
                barberId);
    }

    /** The weekly hours of one day, as a date's own are written. */
    List<HoursEntry> weekly(UUID barberId, DayOfWeek day) {
        return weekly(barberId).stream()
                .filter(entry -> entry.dayOfWeek().equals(day.name()))
                .map(entry -> new HoursEntry(null, entry.start(), entry.end()))
                .toList();
    }

    void replaceWeekly(UUID barberId, List<DayHours> hours) {
        sql.update("DELETE FROM working_hours WHERE barber_id = ?", barberId);
        for (DayHours interval : hours) {
            sql.update(
                    "INSERT INTO working_hours (barber_id, day_of_week, starts, ends) VALUES (?, ?, ?, ?)",
                    barberId,
                    interval.day().getValue(),
                    interval.hours().start(),
                    interval.hours().end());
        }
    }

    void replaceDate(UUID barberId, LocalDate date, List<DayHours> hours) {
        sql.update(
                """
                INSERT INTO date_exception (barber_id, date, intervals) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (barber_id, date) DO UPDATE SET intervals = excluded.intervals
                """,
                barberId,
                date,
                write(hours.stream()
                        .map(interval -> HoursEntry.of(null, interval.hours()))
                        .toList()));
    }

    void forgetDate(UUID barberId, LocalDate date) {
        sql.update("DELETE FROM date_exception WHERE barber_id = ? AND date = ?", barberId, date);
    }

    /** Time off that is not over at a moment, earliest first; one more than the page holds. */
    List<TimeOff> timeOff(UUID barberId, Instant now, PageRequest page) {
        Cursor after = page.after().orElse(BEGINNING);
        return sql.list(
                "SELECT id, starts_at, ends_at, reason FROM time_off WHERE barber_id = ? AND ends_at > ?"
                        + " AND (starts_at, id) > (?, ?) ORDER BY starts_at, id LIMIT ?",
                Schedules::timeOff,
                barberId,
                now,
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    void add(UUID barberId, TimeOff timeOff) {
        sql.update(
                "INSERT INTO time_off (id, barber_id, starts_at, ends_at, reason) VALUES (?, ?, ?, ?, ?)",
                timeOff.id(),
                barberId,
                timeOff.startsAt(),
                timeOff.endsAt(),
                timeOff.reason());
    }

    boolean removeTimeOff(UUID barberId, UUID id) {
        return sql.update("DELETE FROM time_off WHERE barber_id = ? AND id = ?", barberId, id) == 1;
    }

    /** Closures that are not over on a date, earliest first; one more than the page holds. */
    List<Closure> closures(UUID shopId, LocalDate today, PageRequest page) {
        Cursor after = page.after().orElse(BEGINNING);
        return sql.list(
                "SELECT id, first_day, last_day, reason FROM closure WHERE shop_id = ? AND last_day >= ?"
                        + " AND (first_day, id) > (?, ?) ORDER BY first_day, id LIMIT ?",
                Schedules::closure,
                shopId,
                today,
                LocalDate.ofInstant(after.at(), ZoneOffset.UTC),
                after.id(),
                page.limit() + 1);
    }

    void add(UUID shopId, Closure closure) {
        sql.update(
                "INSERT INTO closure (id, shop_id, first_day, last_day, reason) VALUES (?, ?, ?, ?, ?)",
                closure.id(),
                shopId,
                closure.from(),
                closure.to(),
                closure.reason());
    }

    boolean removeClosure(UUID shopId, UUID id) {
        return sql.update("DELETE FROM closure WHERE shop_id = ? AND id = ?", shopId, id) == 1;
    }

    private static TimeOff timeOff(ResultSet row) throws SQLException {
        return new TimeOff(
                row.getObject("id", UUID.class),
                Sql.instant(row, "starts_at"),
                Sql.instant(row, "ends_at"),
                row.getString("reason"));
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"));
    }

    private String write(List<HoursEntry> intervals) {
        try {
            return json.writeValueAsString(intervals);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A barber and the shop they work in. */
    record BarberOfShop(UUID barberId, UUID shopId, UUID userId) {}
}
