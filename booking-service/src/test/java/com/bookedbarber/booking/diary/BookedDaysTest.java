package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static org.assertj.core.api.Assertions.assertThat;

/** What is remembered of booked days is never older than the last commit, and a commit touches no other day. */
@QuarkusTest
class BookedDaysTest implements RealStoresTest {

    @Inject
    Sql sql;

    private final String client = Tokens.client(UUID.randomUUID());
    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private UUID kim;

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
        kim = shop.barber(haircut);
    }

    @Test
    void shouldTouchTheDayThatIsBookedAndNoOther() {
        booked(sam, shop.at(2, "10:00"));
        assertThat(versions(sam)).containsExactlyEntriesOf(Map.of(day(2), 1L));
        booked(sam, shop.at(2, "11:00"));
        booked(sam, shop.at(3, "11:00"));
        assertThat(versions(sam)).containsExactlyInAnyOrderEntriesOf(Map.of(day(2), 2L, day(3), 1L));
        assertThat(versions(kim)).isEmpty();
    }

    @Test
    void shouldTouchTheOldDayAndTheNewOneOfAMove() {
        String id = booked(sam, shop.at(2, "10:00"));
        move(id, "reschedule", "{\"startsAt\":\"%s\",\"barberId\":\"%s\"}".formatted(shop.at(4, "12:00"), kim));
        assertThat(versions(sam)).containsExactlyEntriesOf(Map.of(day(2), 2L));
        assertThat(versions(kim)).containsExactlyEntriesOf(Map.of(day(4), 1L));
    }

    @Test
    void shouldTouchNothingWhenNobodysFreeTimeChanges() {
        String id = booked(sam, shop.at(2, "10:00"));
        sql.update("UPDATE appointment SET paid = price, version = version + 1 WHERE id = ?", UUID.fromString(id));
        sql.update("UPDATE appointment SET status = 'checked-in' WHERE id = ?", UUID.fromString(id));
        assertThat(versions(sam)).containsExactlyEntriesOf(Map.of(day(2), 1L));
        sql.update("UPDATE appointment SET status = 'cancelled' WHERE id = ?", UUID.fromString(id));
        assertThat(versions(sam)).containsExactlyEntriesOf(Map.of(day(2), 2L));
    }

    @Test
    void shouldListWhatAnotherProcessHasFreed() {
        Instant ten = shop.at(2, "10:00");
        String id = booked(sam, ten);
        assertThat(shop.slots(2, haircut, sam)).doesNotContain(ten);
        sql.update("UPDATE appointment SET status = 'expired' WHERE id = ?", UUID.fromString(id));
        assertThat(shop.slots(2, haircut, sam)).contains(ten);
    }

    @Test
    void shouldListExactlyWhatIsFreeAfterEveryOneOfManyChanges() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            UUID barber = random.nextBoolean() ? sam : kim;
            int day = 1 + random.nextInt(3);
            Instant time = shop.at(day, "%02d:%s".formatted(9 + random.nextInt(8), random.nextBoolean() ? "00" : "30"));
            if (shop.slots(day, haircut, barber).contains(time)) {
                booked(barber, time);
            } else {
                sql.update(
                        "UPDATE appointment SET status = 'cancelled' WHERE barber_id = ? AND starts_at = ?",
                        barber,
                        time);
            }
            assertThat(shop.slots(day, haircut, barber))
                    .as("after change %d", i)
                    .isEqualTo(free(barber, day));
        }
    }

    /** Every half hour from 9 to 17 that no appointment of the table takes. */
    private List<Instant> free(UUID barber, int day) {
        return sql.list("""
                SELECT slot FROM generate_series(?::timestamptz, ?::timestamptz, interval '30 minutes') slot
                WHERE NOT EXISTS (SELECT FROM appointment WHERE barber_id = ? AND starts_at = slot AND status = 'confirmed')
                """, row -> Sql.instant(row, "slot"), shop.at(day, "09:00"), shop.at(day, "16:30"), barber);
    }

    private Map<LocalDate, Long> versions(UUID barber) {
        Map<LocalDate, Long> versions = new HashMap<>();
        sql.list(
                "SELECT day, version FROM diary_day WHERE barber_id = ?",
                row -> versions.put(row.getObject(1, LocalDate.class), row.getLong(2)),
                barber);
        return versions;
    }

    private LocalDate day(int daysFromToday) {
        return LocalDate.now(shop.zone()).plusDays(daysFromToday);
    }

    private String booked(UUID barber, Instant time) {
        return TestShop.created(book(as(client), shop.booking(barber, time, haircut)))
                .toString();
    }

    private void move(String id, String move, String body) {
        as(client)
                .header("If-Match", "\"1\"")
                .body(body)
                .post("/api/v1/appointments/" + id + "/" + move)
                .then()
                .statusCode(200);
    }
}
