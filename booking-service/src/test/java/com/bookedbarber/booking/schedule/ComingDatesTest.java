package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of dates on which barbers do not work as in every week. */
@QuarkusTest
class ComingDatesTest implements RealStoresTest {

    @Inject
    Sql sql;

    private TestShop shop;
    private UUID sam;

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        sam = shop.barber(shop.haircut());
    }

    @Test
    void shouldTellOfADatesOwnHoursUntilTheyAreForgotten() {
        own(2, "18:00", "19:00");
        assertThat(told(sam)).isEqualTo(Map.of(date(2), 60));

        shop.asOwner().delete("/api/v1/barbers/" + sam + "/exceptions/" + date(2));
        assertThat(told(sam)).isEmpty();
    }

    @Test
    void shouldSubtractTimeOff() {
        timeOff(shop.at(3, "08:00"), shop.at(3, "12:00"));
        timeOff(shop.at(3, "11:00"), shop.at(3, "12:30"));
        timeOff(shop.at(5, "16:00"), shop.at(7, "10:00"));

        assertThat(told(sam))
                .containsEntry(date(3), 270)
                .containsEntry(date(5), 420)
                .containsEntry(date(6), 0)
                .containsEntry(date(7), 420)
                .doesNotContainKey(date(8));
    }

    @Test
    void shouldTellOfAClosureForAllBarbersOfTheShop() {
        UUID ana = shop.barber();
        own(3, "10:00", "11:00");

        close(3, 4);

        assertThat(told(shop.id(), sam)).containsEntry(date(3), 0).containsEntry(date(4), 0);
        assertThat(told(shop.id(), ana)).containsEntry(date(3), 0).containsEntry(date(4), 0);
        assertThat(told(shop.id(), sam)).doesNotContainKey(date(5));
    }

    @Test
    void shouldCutHoursThatReachIntoAClosedDay() {
        own(2, "22:00", "02:00");
        assertThat(told(sam)).containsEntry(date(2), 240);

        close(3, 3);

        assertThat(told(shop.id(), sam)).containsEntry(date(2), 120).containsEntry(date(3), 0);
    }

    @Test
    void shouldTellAnewWhenTheHoursOfTheWeekChange() {
        timeOff(shop.at(3, "09:00"), shop.at(3, "12:00"));

        shop.hours(sam, "10:00", "14:00");

        assertThat(told(sam)).containsEntry(date(3), 120);
    }

    private void own(int daysFromToday, String start, String end) {
        shop.asOwner()
                .body("{\"intervals\":[{\"start\":\"%s\",\"end\":\"%s\"}]}".formatted(start, end))
                .put("/api/v1/barbers/" + sam + "/exceptions/" + date(daysFromToday))
                .then()
                .statusCode(200);
    }

    private void timeOff(Instant from, Instant to) {
        shop.asOwner()
                .body("{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}".formatted(from, to))
                .post("/api/v1/barbers/" + sam + "/time-off")
                .then()
                .statusCode(201);
    }

    private void close(int first, int last) {
        shop.asOwner()
                .body("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(date(first), date(last)))
                .post("/api/v1/shops/" + shop.id() + "/closures")
                .then()
                .statusCode(201);
    }

    private Map<LocalDate, Integer> told(UUID barber) {
        return told(barber, barber);
    }

    /** The minutes of a barber's dates in the latest event. */
    private Map<LocalDate, Integer> told(UUID subject, UUID barber) {
        Map<LocalDate, Integer> minutes = new HashMap<>();
        sql.list(
                """
                SELECT day ->> 'date' AS date, day ->> 'minutes' AS minutes
                FROM (SELECT data FROM outbox WHERE type = 'booking.hours.changed' AND subject = ?
                      ORDER BY id DESC LIMIT 1) latest, jsonb_array_elements(data -> 'days') day
                WHERE day ->> 'barberId' = ?
                """,
                row -> minutes.put(LocalDate.parse(row.getString("date")), Integer.parseInt(row.getString("minutes"))),
                subject.toString(),
                barber.toString());
        return minutes;
    }

    private LocalDate date(int daysFromToday) {
        return LocalDate.now(shop.zone()).plusDays(daysFromToday);
    }
}
