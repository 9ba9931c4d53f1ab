package com.bookedbarber.load.consistency;

import com.bookedbarber.load.BookingSchema;
import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.history.VisitGenerator;
import com.bookedbarber.load.sql.AdminSql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class OverlapsTest {

    private AdminSql sql;

    @BeforeEach
    void bookAWeek() {
        sql = BookingSchema.create();
        var shops = new ShopGenerator(5);
        var shop = shops.shop(1, 2, 20);
        var tables = new BookingTables(sql);
        tables.add(shop, OpeningHours.USUAL, 30, 15);
        var visits = new VisitGenerator(shops, OpeningHours.USUAL, 0.9, Instant.parse("2026-06-01T12:00:00Z"));
        tables.add(
                visits.visits(shop, LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-07"))
                        .iterator(),
                100);
        // The service's database would not let an overlap be planted.
        sql.execute("ALTER TABLE appointment DROP CONSTRAINT appointment_never_overlaps");
    }

    @AfterEach
    void disconnect() {
        sql.close();
    }

    @Test
    void shouldFindNothingWhereVisitsOnlyTouch() {
        assertThat(sql.number("SELECT count(*) FROM appointment a JOIN appointment b"
                        + " ON a.barber_id = b.barber_id AND a.busy_to = b.busy_from"))
                .isPositive();
        assertThat(Overlaps.find(sql)).isEmpty();
    }

    @Test
    void shouldFindAPlantedOverlapOfOneMinute() {
        var planted = plant("confirmed", "interval '1 minute'");

        assertThat(Overlaps.find(sql)).hasSize(1).first().asString().contains(planted);
    }

    @Test
    void shouldFindAShortOneInsideALongOneThatBeganMuchEarlier() {
        sql.execute("UPDATE appointment SET busy_from = busy_from - interval '20 hours' WHERE id ="
                + " (SELECT id FROM appointment WHERE status = 'confirmed' ORDER BY starts_at DESC LIMIT 1)");

        assertThat(Overlaps.find(sql)).hasSizeGreaterThan(5);
    }

    @Test
    void shouldIgnoreWhatNoLongerKeepsItsTime() {
        plant("cancelled", "interval '10 minutes'");
        plant("expired", "interval '10 minutes'");
        plant("no-show", "interval '10 minutes'");

        assertThat(Overlaps.find(sql)).isEmpty();
    }

    /** A copy of the week's last visit that begins so much before the original ends. */
    private String plant(String status, String before) {
        return sql.rows("""
                        INSERT INTO appointment (id, shop_id, barber_id, client_record_id, client_name, services,
                            starts_at, ends_at, busy_from, busy_to, time_zone, status, currency, price, deposit,
                            cancellation, created_at)
                        SELECT gen_random_uuid(), shop_id, barber_id, client_record_id, client_name, services,
                            ends_at - %1$s, ends_at + interval '1 hour', busy_to - %1$s, busy_to + interval '1 hour',
                            time_zone, '%2$s', currency, price, deposit, cancellation, created_at
                        FROM appointment WHERE status = 'confirmed' ORDER BY starts_at DESC, id LIMIT 1
                        RETURNING id""".formatted(before, status)).getFirst().getFirst();
    }
}
