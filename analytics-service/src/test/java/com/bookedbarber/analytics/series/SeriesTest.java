package com.bookedbarber.analytics.series;

import com.bookedbarber.analytics.AnalyticsTest;
import com.bookedbarber.analytics.TestShop;
import com.bookedbarber.analytics.TestVisit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
class SeriesTest implements AnalyticsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-30");

    private final TestShop shop = TestShop.in("Asia/Kathmandu");

    @Test
    void shouldAddUpMoneyPerMonth() {
        TestVisit visit = shop.visit("ann", "2026-11-05T10:00", shop.cut);
        shop.tell(visit);
        shop.tellPaid(visit, 1000, 0, Instant.parse("2026-10-31T18:14:00Z"));
        shop.tellPaid(visit, 3000, 100, Instant.parse("2026-10-31T18:16:00Z"));

        JsonPath months = shop.eventually(
                "revenue?groupBy=month", FIRST, LAST, json -> json.getInt("items[1].tips.amount") == 100);

        assertThat(months.getString("groupBy")).isEqualTo("month");
        assertThat(months.getString("timeZone")).isEqualTo("Asia/Kathmandu");
        assertThat(months.getList("items.date")).containsExactly("2026-10-01", "2026-11-01");
        assertThat(months.getList("items.gross.amount")).containsExactly(1000, 3000);
    }

    @Test
    void shouldAddUpAppointmentsPerWeekFromMonday() {
        shop.tell(shop.visit("ann", "2026-11-01T10:00", shop.cut).becomes("completed"));
        shop.tell(shop.visit("bob", "2026-11-02T10:00", shop.cut).becomes("no-show"));
        shop.tell(shop.visit("eve", "2026-11-08T10:00", shop.cut).becomes("cancelled"));

        JsonPath weeks = shop.eventually(
                "appointments?groupBy=week",
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-11-08"),
                json -> json.getList("items.cancelled", Integer.class).contains(1));

        assertThat(weeks.getList("items.date")).containsExactly("2026-10-26", "2026-11-02");
        assertThat(weeks.getList("items.booked")).containsExactly(1, 2);
        assertThat(weeks.getList("items.completed")).containsExactly(1, 0);
        assertThat(weeks.getList("items.noShow")).containsExactly(0, 1);
    }

    @Test
    void shouldShowEachBarberAndServiceWithTheirPart() {
        TestVisit visit = shop.visit("ann", "2026-11-05T10:00", shop.cut, shop.shave);
        shop.tell(visit.becomes("completed"));
        shop.tellPaid(visit, 100, 0, Instant.parse("2026-11-05T10:00:00Z"));

        JsonPath barbers = shop.eventually(
                "barbers?groupBy=month",
                FIRST,
                LAST,
                json -> json.getList("items").size() == 1 && json.getInt("items[0].gross.amount") == 100);
        assertThat(barbers.getString("items[0].barberId")).isEqualTo(shop.barber.toString());
        assertThat(barbers.getInt("items[0].bookedMinutes")).isEqualTo(50);

        JsonPath services = shop.eventually("services?groupBy=month", FIRST, LAST, json -> true);
        assertThat(services.getList("items.name")).containsExactly("Cut ✂️", "Shave");
        assertThat(services.getList("items.gross.amount")).containsExactly(66, 34);
    }

    @Test
    void shouldMoveMoneyToTheBarberWhoTakesTheVisitOver() {
        TestVisit visit = shop.visit("ann", "2026-11-05T10:00", shop.cut);
        shop.tellPaid(visit, 4000, 0, Instant.parse("2026-11-03T10:00:00Z"));
        shop.tell(visit);
        shop.tell(visit.movesTo(visit.start().plusDays(2), shop.otherBarber));

        JsonPath barbers = shop.eventually(
                "barbers?groupBy=month",
                FIRST,
                LAST,
                json -> json.getList("items.barberId").equals(java.util.List.of(shop.otherBarber.toString()))
                        && json.getInt("items[0].gross.amount") == 4000);
        assertThat(barbers.getInt("items[0].booked")).isEqualTo(1);
    }

    @Test
    void shouldShowWhoComesAgain() {
        shop.tell(shop.visit("ann", "2026-10-05T10:00", shop.cut));
        shop.tell(shop.visit("bob", "2026-10-06T10:00", shop.cut));
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut));
        shop.tell(shop.visit("ann", "2026-11-15T10:00", shop.cut));
        shop.tell(shop.visit("eve", "2026-11-16T10:00", shop.cut));

        JsonPath months = shop.eventually(
                "clients/retention?groupBy=month",
                LocalDate.parse("2026-11-10"),
                LAST,
                json -> json.getInt("items[0].clients") == 2);

        assertThat(months.getList("items.date")).containsExactly("2026-11-01");
        assertThat(months.getInt("items[0].new")).isEqualTo(1);
        assertThat(months.getInt("items[0].returning")).isEqualTo(1);
        assertThat(months.getInt("items[0].retained")).isEqualTo(1);
        assertThat(months.getDouble("items[0].retentionRate")).isEqualTo(0.5);
    }

    @Test
    void shouldRelateBookedToWorkingMinutesPerDay() {
        shop.tell("booking-service", "booking.barber.hours", """
                {"barberId":"%s","shopId":"%s","weekly":[{"dayOfWeek":"THURSDAY","start":"09:00","end":"10:00"}]}""".formatted(shop.barber, shop.id));
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut));
        shop.tell(shop.visit("ann", "2026-11-12T10:00", shop.cut).becomes("cancelled"));

        JsonPath days = shop.eventually(
                "occupancy",
                LocalDate.parse("2026-11-04"),
                LocalDate.parse("2026-11-12"),
                json -> json.getInt("items[1].bookedMinutes") == 30);

        assertThat(days.getList("items.workingMinutes")).containsExactly(0, 60, 0, 0, 0, 0, 0, 0, 60);
        assertThat(days.getDouble("items[1].occupancy")).isEqualTo(0.5);
        assertThat(days.getDouble("items[8].occupancy")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"revenue", "appointments", "barbers", "services", "clients/retention", "occupancy"})
    void shouldBeForManagementAndRefuseUnknownGroupings(String path) {
        shop.as("barber").get("/api/v1/analytics/" + path).then().statusCode(403);
        shop.owner()
                .queryParam("groupBy", "year")
                .get("/api/v1/analytics/" + path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("groupBy"));
    }
}
