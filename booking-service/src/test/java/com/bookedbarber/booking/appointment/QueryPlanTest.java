package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Every index earns its place: PostgreSQL uses it for the question it is meant for, among 100,000 appointments. */
@QuarkusTest
class QueryPlanTest implements RealStoresTest {

    private static final int ROWS = 100_000;
    private static UUID shop;
    private static UUID barber;

    @Inject
    Sql sql;

    /** 100 barbers with 1,000 appointments each, an hour apart, in one shop among others. */
    @BeforeEach
    void fillOnce() {
        if (shop != null) {
            return;
        }
        TestShop made = TestShop.open();
        UUID known = made.barber();
        shop = made.id();
        barber = known;
        sql.update("""
                INSERT INTO barber (id, shop_id, display_name)
                SELECT gen_random_uuid(), CASE WHEN n <= 10 THEN ?::uuid ELSE gen_random_uuid() END, 'Barber ' || n
                FROM generate_series(1, 99) n
                """, shop);
        sql.update("""
                INSERT INTO client_record (id, shop_id, user_id, name)
                SELECT gen_random_uuid(), b.shop_id, gen_random_uuid(), 'Client ' || n
                FROM (SELECT DISTINCT shop_id FROM barber) b, generate_series(1, 20) n
                """);
        sql.update("""
                INSERT INTO appointment (id, shop_id, barber_id, client_record_id, client_id, client_name, services,
                    starts_at, ends_at, busy_from, busy_to, time_zone, status, currency, price, deposit, cancellation,
                    any_barber, created_at)
                SELECT gen_random_uuid(), b.shop_id, b.id, c.id, c.user_id, c.name, '[{}]', t, t + interval '30 minutes',
                    t, t + interval '30 minutes', 'UTC',
                    CASE WHEN n % 100 = 0 THEN 'no-show' WHEN n < 900 THEN 'completed' ELSE 'confirmed' END,
                    'USD', 4000, 0, '{}', n % 2 = 0, now()
                FROM (SELECT id, shop_id FROM barber ORDER BY id = ? DESC, display_name LIKE 'Barber %' DESC LIMIT 100) b
                CROSS JOIN generate_series(1, ? / 100) n
                CROSS JOIN LATERAL (SELECT now() + (n - 900) * interval '1 hour' AS t) at
                CROSS JOIN LATERAL (SELECT * FROM client_record c WHERE c.shop_id = b.shop_id
                    ORDER BY c.id OFFSET n % 20 LIMIT 1) c
                """, barber, ROWS);
        sql.update("ANALYZE appointment");
    }

    @Test
    void shouldFindAppointmentsByStart() {
        uses("appointment_by_start", "WHERE a.starts_at >= now() ORDER BY a.starts_at, a.id LIMIT 50");
    }

    @Test
    void shouldFindAShopsAppointmentsByStart() {
        uses(
                "appointment_of_shop",
                "WHERE a.shop_id = '" + shop
                        + "' AND a.starts_at >= now() - interval '1 day' ORDER BY a.starts_at, a.id LIMIT 50");
    }

    @Test
    void shouldFindABarbersAppointments() {
        uses("appointment_of_barber", "WHERE a.barber_id = '" + barber + "' ORDER BY a.starts_at, a.id LIMIT 50");
    }

    @Test
    void shouldFindABarbersAppointmentsOfADay() {
        uses(
                "appointment_of_barber",
                "WHERE a.barber_id = '" + barber + "' AND a.starts_at BETWEEN now() AND now() + interval '1 day'");
    }

    @Test
    void shouldFindAClientsAppointments() {
        UUID client = sql.one(
                        "SELECT client_id FROM appointment WHERE shop_id = ? LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        shop)
                .orElseThrow();
        uses("appointment_of_client", "WHERE a.client_id = '" + client + "' ORDER BY a.starts_at, a.id LIMIT 50");
    }

    @Test
    void shouldFindAClientRecordsVisits() {
        UUID record = sql.one(
                        "SELECT id FROM client_record WHERE shop_id = ? LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        shop)
                .orElseThrow();
        uses("appointment_of_client_record", "WHERE a.client_record_id = '" + record + "'");
    }

    @Test
    void shouldFindAppointmentsByStatusAndStart() {
        uses(
                "appointment_by_status",
                "WHERE a.status = 'no-show' AND a.starts_at > now() - interval '2 days' ORDER BY a.starts_at, a.id LIMIT 50");
    }

    @Test
    void shouldFindWhenABarberWasLastChosen() {
        assertThat(plan("SELECT max(created_at) FROM appointment WHERE barber_id = '" + barber + "' AND any_barber"))
                .contains("appointment_last_assigned");
    }

    @Test
    void shouldFindWhatOverlapsARange() {
        assertThat(plan("SELECT FROM appointment WHERE barber_id = '" + barber
                        + "' AND busy && tstzrange(now(), now() + interval '1 hour')"
                        + " AND status IN ('held', 'confirmed', 'checked-in', 'completed')"))
                .containsAnyOf("appointment_never_overlaps", "appointment_of_barber");
    }

    private void uses(String index, String where) {
        assertThat(plan(Appointments.SELECT + where)).contains(index).doesNotContain("Seq Scan on appointment");
    }

    private String plan(String query) {
        return String.join("\n", sql.list("EXPLAIN " + query, row -> row.getString(1)));
    }
}
