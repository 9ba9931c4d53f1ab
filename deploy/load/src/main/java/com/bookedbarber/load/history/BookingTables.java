package com.bookedbarber.load.history;

import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.sql.CopyRow;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Writes generated shops straight into the schema {@code booking}, as its administrator. Everything but the way in is as
 * the service would have written it: the same tables, constraints and indexes hold.
 */
public final class BookingTables {

    /** The standard cancellation policy, as the service keeps it with each appointment. */
    static final String STANDARD_POLICY = """
            {"tiers": [{"hoursBefore": 48, "refundPercent": 100, "fee": 0},\
             {"hoursBefore": 24, "refundPercent": 50, "fee": 1000}, {"hoursBefore": 0, "refundPercent": 0, "fee": 2500}],\
             "noShowFee": 5000, "firstVisitGrace": false}""";

    private static final String COPY_VISITS = """
            COPY appointment (id, shop_id, barber_id, client_record_id, client_name, client_email, services,
                starts_at, ends_at, busy_from, busy_to, time_zone, status, currency, price, deposit, paid, cancellation,
                any_barber, version, created_at) FROM STDIN""";

    /** What the triggers of the table would have done. */
    private static final String TOUCH_DAYS = """
            INSERT INTO diary_day AS known (barber_id, day, version)
            SELECT DISTINCT barber_id, (starts_at AT TIME ZONE time_zone)::date, 1 FROM appointment
            ON CONFLICT (barber_id, day) DO UPDATE SET version = known.version + 1""";

    /** From here on, rebuilding the indexes is quicker than keeping them up. */
    private static final long MANY = 50_000;

    private final AdminSql sql;

    public BookingTables(AdminSql sql) {
        this.sql = sql;
    }

    /** A shop, its catalogue, barbers, hours and clients, with a horizon and a step of its own. */
    public void add(GeneratedShop shop, OpeningHours hours, int horizonDays, int stepMinutes) {
        sql.inTransaction(() -> {
            addShop(shop, horizonDays, stepMinutes);
            addServices(shop);
            addBarbers(shop, hours);
            sql.copy(
                    "COPY client_record (id, shop_id, name, email) FROM STDIN",
                    rows(
                            shop.clients(),
                            client -> new CopyRow()
                                    .with(client.recordId())
                                    .with(shop.id())
                                    .with(client.name())
                                    .with(client.email())));
        });
    }

    private void addShop(GeneratedShop shop, int horizonDays, int stepMinutes) {
        sql.update("""
                INSERT INTO known_shop (id, slug, name, time_zone, currency, version) VALUES (?, ?, ?, ?, ?, 1)
                ON CONFLICT DO NOTHING
                """, shop.id(), shop.slug(), shop.name(), shop.zone().getId(), shop.currency());
        sql.update("""
                INSERT INTO booking_policy (shop_id, min_notice_minutes, horizon_days, slot_step_minutes, hold_minutes,
                    reminder_hours, quiet_from, quiet_to, cancellation)
                VALUES (?, 15, ?, ?, 10, '{24,2}', '21:00', '08:00', ?::jsonb)
                """, shop.id(), horizonDays, stepMinutes, STANDARD_POLICY);
    }

    private void addServices(GeneratedShop shop) {
        sql.copy(
                "COPY service (id, shop_id, name, category, duration_minutes, price, currency) FROM STDIN",
                rows(
                        shop.services(),
                        service -> new CopyRow()
                                .with(service.id())
                                .with(shop.id())
                                .with(service.name())
                                .with(service.category())
                                .with(service.minutes())
                                .with(service.price())
                                .with(shop.currency())));
    }

    private void addBarbers(GeneratedShop shop, OpeningHours hours) {
        sql.copy(
                "COPY barber (id, shop_id, display_name) FROM STDIN",
                rows(
                        shop.barbers(),
                        barber ->
                                new CopyRow().with(barber.id()).with(shop.id()).with(barber.name())));
        sql.update("""
                INSERT INTO barber_service (barber_id, service_id, shop_id)
                SELECT b.id, s.id, s.shop_id FROM barber b JOIN service s ON s.shop_id = b.shop_id WHERE b.shop_id = ?
                """, shop.id());
        for (var day : hours.days()) {
            for (var interval : hours.intervals()) {
                sql.update("""
                        INSERT INTO working_hours (barber_id, day_of_week, starts, ends)
                        SELECT id, ?, ?, ? FROM barber WHERE shop_id = ?
                        """, day.getValue(), interval.start(), interval.end(), shop.id());
            }
        }
    }

    /**
     * Adds appointments.
     *
     * @param expected how many, roughly
     * @return how many there were
     */
    public long add(Iterator<PastVisit> visits, long expected) {
        var count = new long[1];
        sql.inTransaction(() -> {
            // References are right by construction; checking each costs more than writing it.
            sql.execute("SET LOCAL session_replication_role = replica");
            var indexes = expected >= MANY ? Indexes.drop(sql, "appointment") : null;
            count[0] = sql.copy(COPY_VISITS, mapped(visits, BookingTables::row));
            if (indexes != null) {
                sql.execute("SET LOCAL maintenance_work_mem = '512MB'");
                indexes.restore();
            }
            sql.execute(TOUCH_DAYS);
        });
        sql.execute("VACUUM (ANALYZE) appointment");
        sql.execute("VACUUM (ANALYZE) diary_day");
        sql.execute("ANALYZE client_record");
        return count[0];
    }

    private static CopyRow row(PastVisit visit) {
        var service = visit.service();
        var services = "[{\"serviceId\": \"%s\", \"name\": \"%s\", \"price\": %d, \"durationMinutes\": %d}]"
                .formatted(service.id(), service.name(), service.price(), service.minutes());
        return new CopyRow()
                .with(visit.id())
                .with(visit.shop().id())
                .with(visit.barber().id())
                .with(visit.client().recordId())
                .with(visit.client().name())
                .with(visit.client().email())
                .with(services)
                .with(visit.startsAt())
                .with(visit.endsAt())
                .with(visit.startsAt())
                .with(visit.endsAt())
                .with(visit.shop().zone().getId())
                .with(visit.status())
                .with(visit.shop().currency())
                .with(service.price())
                .with(0)
                .with(0)
                .with(STANDARD_POLICY)
                .with(false)
                .with(1)
                .with(visit.createdAt());
    }

    /** How many appointments there are. */
    public long appointments() {
        return sql.number("SELECT count(*) FROM appointment");
    }

    /** Removes everything of the shops whose short names begin so. */
    public void remove(String slugPrefix) {
        sql.inTransaction(() -> {
            sql.execute("SET LOCAL session_replication_role = replica");
            sql.execute("CREATE TEMPORARY TABLE doomed ON COMMIT DROP AS SELECT id FROM known_shop WHERE slug LIKE '"
                    + slugPrefix + "%'");
            for (var table : List.of("working_hours", "diary_day")) {
                sql.execute("DELETE FROM " + table + " WHERE barber_id IN"
                        + " (SELECT id FROM barber WHERE shop_id IN (SELECT id FROM doomed))");
            }
            for (var table :
                    List.of("appointment", "client_record", "booking_policy", "barber_service", "service", "barber")) {
                sql.execute("DELETE FROM " + table + " WHERE shop_id IN (SELECT id FROM doomed)");
            }
            sql.execute("DELETE FROM known_shop WHERE id IN (SELECT id FROM doomed)");
        });
    }

    private static <T> Iterator<CopyRow> rows(List<T> items, Function<T, CopyRow> row) {
        return mapped(items.iterator(), row);
    }

    private static <T> Iterator<CopyRow> mapped(Iterator<T> items, Function<T, CopyRow> row) {
        Iterable<T> iterable = () -> items;
        return StreamSupport.stream(iterable.spliterator(), false).map(row).iterator();
    }
}
