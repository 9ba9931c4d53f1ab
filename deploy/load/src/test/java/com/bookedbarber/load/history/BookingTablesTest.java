package com.bookedbarber.load.history;

import com.bookedbarber.load.BookingSchema;
import com.bookedbarber.load.consistency.Overlaps;
import com.bookedbarber.load.sql.AdminSql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BookingTablesTest {

    private static final String INDEXES = """
            SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'appointment'::regclass ORDER BY 1""";
    private static final String CONSTRAINTS = """
            SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid = 'appointment'::regclass ORDER BY 1""";

    private final ShopGenerator shops = new ShopGenerator(11);
    private final GeneratedShop shop = shops.shop(1, 3, 50);
    private AdminSql sql;
    private BookingTables tables;

    @BeforeEach
    void migrate() {
        sql = BookingSchema.create();
        tables = new BookingTables(sql);
        tables.add(shop, OpeningHours.USUAL, 60, 15);
    }

    @AfterEach
    void disconnect() {
        sql.close();
    }

    @Test
    void shouldFillTheTablesThatTheServiceMigratesTo() {
        var visits = visits();

        assertThat(tables.add(visits.iterator(), visits.size())).isEqualTo(visits.size());

        assertThat(tables.appointments()).isEqualTo(visits.size());
        assertThat(sql.number("SELECT count(*) FROM barber_service WHERE shop_id = ?", shop.id()))
                .isEqualTo(15);
        assertThat(Overlaps.find(sql)).isEmpty();
    }

    @Test
    void shouldPutBackEveryIndexAndConstraintItTookAway() {
        var indexes = sql.rows(INDEXES);
        var constraints = sql.rows(CONSTRAINTS);

        tables.add(visits().iterator(), 1_000_000);

        assertThat(sql.rows(INDEXES)).hasSizeGreaterThan(5).isEqualTo(indexes);
        assertThat(sql.rows(CONSTRAINTS)).isEqualTo(constraints);
    }

    @Test
    void shouldRemoveWhatWasGeneratedAndNothingElse() {
        tables.add(visits().iterator(), 1);
        var kept = shops.shop(2, 1, 1);
        tables.add(kept, OpeningHours.USUAL, 60, 15);

        tables.remove(shop.slug());

        assertThat(tables.appointments()).isZero();
        assertThat(sql.rows("SELECT slug FROM known_shop")).containsExactly(List.of(kept.slug()));
        assertThat(sql.number("SELECT count(*) FROM working_hours")).isEqualTo(10);
    }

    private List<PastVisit> visits() {
        var now = Instant.parse("2026-06-01T12:00:00Z");
        return new VisitGenerator(shops, OpeningHours.USUAL, 0.7, now)
                .visits(shop, LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-30"))
                .toList();
    }
}
