package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Which coming dates differ from the hours of the week, and how long barbers work on them: after a date's own hours, time
 * off and closures. In local times, so that an hour more or less in the night when clocks change does not count.
 */
@ApplicationScoped
class ComingDates {

    /** The longest horizon that a shop can have. */
    private static final int DAYS_AHEAD = 730;

    /** Hours that reach into the next day are also cut by what begins on it. */
    private static final String DAYS = """
            WITH asked AS (SELECT ?::uuid AS shop_id, ?::uuid AS one, ? AS zone, ?::date AS first, ?::date AS last),
            barbers AS (
                SELECT b.id FROM asked JOIN barber b USING (shop_id)
                WHERE one IS NULL OR b.id = one),
            off AS (
                SELECT b.id AS barber_id, tsrange(c.first_day, c.last_day + 1) AS span
                FROM asked JOIN closure c USING (shop_id), barbers b WHERE c.last_day >= first AND c.first_day <= last
                UNION ALL
                SELECT b.id, tsrange(least(starts, ends), greatest(starts, ends))
                FROM asked, barbers b JOIN time_off t ON t.barber_id = b.id,
                    LATERAL (SELECT t.starts_at AT TIME ZONE zone AS starts, t.ends_at AT TIME ZONE zone AS ends) AS local
                WHERE ends >= first AND starts <= last + 1),
            dates AS (
                SELECT e.barber_id, e.date FROM asked, date_exception e JOIN barbers b ON b.id = e.barber_id
                WHERE e.date BETWEEN first AND last
                UNION
                SELECT barber_id, generate_series(
                    greatest(lower(span)::date - 1, first),
                    least((upper(span) - interval '1 microsecond')::date, last), '1 day')::date
                FROM asked, off)
            SELECT d.barber_id, d.date, coalesce((
                SELECT sum(extract(epoch FROM upper(span) - lower(span)) / 60) FROM unnest(
                    (SELECT range_agg(tsrange(d.date + starts, d.date + ends + (ends <= starts)::int * interval '1 day'))
                     FROM (
                        SELECT starts, ends FROM working_hours w
                        WHERE w.barber_id = d.barber_id AND w.day_of_week = extract(isodow FROM d.date)
                          AND NOT EXISTS (
                            SELECT FROM date_exception e WHERE e.barber_id = d.barber_id AND e.date = d.date)
                        UNION ALL
                        SELECT (own ->> 'start')::time, (own ->> 'end')::time
                        FROM date_exception e, jsonb_array_elements(e.intervals) AS own
                        WHERE e.barber_id = d.barber_id AND e.date = d.date) AS hours)
                    - coalesce((SELECT range_agg(span) FROM off WHERE off.barber_id = d.barber_id), '{}')) AS span
                ), 0)::int AS minutes
            FROM dates d ORDER BY d.barber_id, d.date
            """;

    private final ShopDirectory shops;
    private final Sql sql;

    ComingDates(ShopDirectory shops, Sql sql) {
        this.shops = shops;
        this.sql = sql;
    }

    /**
     * As it is after what the running transaction has changed.
     *
     * @param barberId null for all barbers of the shop
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Picture of(UUID shopId, UUID barberId) {
        ZoneId zone = shops.require(shopId).timeZone();
        LocalDate today = LocalDate.now(zone);
        Instant asOf = inTurn(shopId);
        List<UUID> barbers = sql.list(
                "SELECT id FROM barber WHERE shop_id = ? AND (?::uuid IS NULL OR id = ?::uuid) ORDER BY id",
                row -> row.getObject(1, UUID.class),
                shopId,
                barberId,
                barberId);
        List<Day> days = sql.list(
                DAYS,
                row -> new Day(
                        row.getObject("barber_id", UUID.class),
                        row.getObject("date", LocalDate.class),
                        row.getInt("minutes")),
                shopId,
                barberId,
                zone.getId(),
                today,
                today.plusDays(DAYS_AHEAD));
        return new Picture(asOf, today, barbers, days);
    }

    /** Two changes at once would both miss the other's: the later one waits, and its time says that it is the later. */
    private Instant inTurn(UUID shopId) {
        sql.one("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 1, "hours of " + shopId);
        return sql.one("SELECT clock_timestamp()", row -> Sql.instant(row, "clock_timestamp"))
                .orElseThrow();
    }

    /**
     * What is known of the dates to come.
     *
     * @param asOf the later of two pictures is right
     * @param from the first date it speaks of
     * @param barberIds of whom it speaks
     * @param days all dates that differ from the hours of the week
     */
    record Picture(Instant asOf, LocalDate from, List<UUID> barberIds, List<Day> days) {}

    /** How many minutes a barber works on a date. */
    record Day(UUID barberId, LocalDate date, int minutes) {}
}
