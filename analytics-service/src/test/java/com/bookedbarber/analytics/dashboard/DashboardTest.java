package com.bookedbarber.analytics.dashboard;

import com.bookedbarber.analytics.AnalyticsTest;
import com.bookedbarber.analytics.TestShop;
import com.bookedbarber.analytics.TestVisit;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class DashboardTest implements AnalyticsTest {

    private static final String DASHBOARD = "/api/v1/analytics/dashboard";
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-10");

    private final TestShop shop = TestShop.in("America/New_York");

    @Test
    void shouldShowQuietDaysOfAShopThatJustOpened() {
        november(shop.owner())
                .get(DASHBOARD)
                .then()
                .statusCode(200)
                .body("shopId", equalTo(shop.id.toString()))
                .body("timeZone", equalTo("America/New_York"))
                .body("days", hasSize(10))
                .body("days[0].date", equalTo("2026-11-01"))
                .body("days[9].revenue.amount", equalTo(0))
                .body("days[9].revenue.currency", equalTo("USD"))
                .body("occupancy", equalTo(0.0f))
                .body("clients.new", equalTo(0))
                .body("topServices", hasSize(0))
                .body("topBarbers", hasSize(0))
                .body("asOf", containsString("T"));
    }

    @Test
    void shouldShowABookingAndItsPaymentSoonAfterTheyHappen() {
        TestVisit visit = shop.visit("ann", "2026-11-05T10:00", shop.cut, shop.shave);
        shop.tell(visit.becomes("held"));
        shop.tellPaid(visit, 3000, 500, Instant.parse("2026-11-03T15:00:00Z"));
        shop.tell(visit.becomes("confirmed"));

        JsonPath dashboard = shop.eventually(
                "dashboard",
                FIRST,
                LAST,
                json -> json.getInt("appointments.booked") == 1 && json.getInt("revenue.gross.amount") == 3000);

        assertThat(dashboard.getInt("revenue.net.amount")).isEqualTo(3000);
        assertThat(dashboard.getInt("revenue.tips.amount")).isEqualTo(500);
        assertThat(dashboard.getInt("clients.new")).isEqualTo(1);
        assertThat(dashboard.getInt("days.find { it.date == '2026-11-03' }.revenue.amount"))
                .isEqualTo(3000);
        assertThat(dashboard.getInt("days.find { it.date == '2026-11-05' }.booked"))
                .isEqualTo(1);
        assertThat(dashboard.getList("topServices.name")).containsExactly("Cut ✂️", "Shave");
        assertThat(dashboard.getList("topServices.revenue.amount")).containsExactly(2000, 1000);
        assertThat(dashboard.getString("topBarbers[0].barberId")).isEqualTo(shop.barber.toString());
        assertThat(dashboard.getInt("topBarbers[0].revenue.amount")).isEqualTo(3000);
    }

    @Test
    void shouldCountMoneyOnTheShopsLocalDay() {
        TestVisit visit = shop.visit("ann", "2026-11-05T10:00", shop.cut);
        shop.tell(visit);
        UUID payment = shop.tellPaid(visit, 4000, 0, Instant.parse("2026-11-04T03:00:00Z"));
        shop.tellRefunded(visit, payment, 1000, Instant.parse("2026-11-06T04:59:00Z"));

        JsonPath dashboard =
                shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("revenue.refunds.amount") == 1000);

        assertThat(dashboard.getInt("revenue.net.amount")).isEqualTo(3000);
        assertThat(dashboard.getInt("days.find { it.date == '2026-11-03' }.revenue.amount"))
                .isEqualTo(4000);
        shop.eventually(
                "revenue",
                LocalDate.parse("2026-11-05"),
                LocalDate.parse("2026-11-05"),
                json -> json.getInt("items[0].refunds.amount") == 1000);
    }

    @Test
    void shouldTellNewClientsFromReturningOnes() {
        shop.tell(shop.visit("ann", "2026-10-05T10:00", shop.cut));
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut));
        shop.tell(shop.visit("ann", "2026-11-07T10:00", shop.cut));
        shop.tell(shop.visit("bob", "2026-11-06T10:00", shop.cut));
        shop.tell(shop.visit("bob", "2026-11-08T10:00", shop.cut));
        shop.tell(shop.visit("eve", "2026-11-08T11:00", shop.cut).becomes("cancelled"));

        JsonPath dashboard =
                shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("appointments.cancelled") == 1);

        assertThat(dashboard.getInt("clients.new")).isEqualTo(1);
        assertThat(dashboard.getInt("clients.returning")).isEqualTo(1);
    }

    @Test
    void shouldRelateBookedTimeToWorkingTime() {
        shop.tell("booking-service", "booking.barber.hours", """
                {"barberId":"%s","shopId":"%s","weekly":[{"dayOfWeek":"THURSDAY","start":"09:00","end":"10:40"}]}""".formatted(shop.barber, shop.id));
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut, shop.shave));

        shop.eventually("dashboard", FIRST, LAST, json -> json.getDouble("occupancy") == 0.5);
    }

    @Test
    void shouldSubtractTheTimeThatNobodyWorks() {
        shop.tell("booking-service", "booking.barber.hours", """
                {"barberId":"%s","shopId":"%s","weekly":[{"dayOfWeek":"THURSDAY","start":"09:00","end":"10:40"}]}""".formatted(shop.barber, shop.id));
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut, shop.shave));
        tellDates("2026-10-03T00:00:00Z", day("2026-11-05", 50) + "," + day("2026-11-06", 0));

        shop.eventually("dashboard", FIRST, LAST, json -> json.getDouble("occupancy") == 1.0);

        tellDates("2026-10-01T00:00:00Z", day("2026-11-05", 100));
        tellDates("2026-10-04T00:00:00Z", day("2026-11-05", 25));
        shop.eventually("dashboard", FIRST, LAST, json -> json.getDouble("occupancy") == 2.0);

        tellDates("2026-10-05T00:00:00Z", "");
        shop.eventually("dashboard", FIRST, LAST, json -> json.getDouble("occupancy") == 0.5);
    }

    @Test
    void shouldUseTheNamesOfToday() {
        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut));
        shop.tell("booking-service", "booking.barber.changed", """
                {"barberId":"%s","shopId":"%s","displayName":"Sam"}""".formatted(shop.barber, shop.id));
        shop.tell("booking-service", "booking.service.changed", """
                {"serviceId":"%s","shopId":"%s","name":"Fade","active":true}""".formatted(shop.cut.id(), shop.id));

        JsonPath dashboard = shop.eventually(
                "dashboard", FIRST, LAST, json -> List.of("Sam").equals(json.getList("topBarbers.name")));
        assertThat(dashboard.getList("topServices.name")).containsExactly("Fade");
    }

    @Test
    void shouldServeTheKeptDashboardUntilSomethingHappens() {
        Response kept = Awaitility.await()
                .until(
                        () -> november(shop.owner()).get(DASHBOARD),
                        answer -> Integer.parseInt(answer.header("Age")) >= 1);
        assertThat(kept.header("Cache-Control")).contains("private");
        Response again = november(shop.owner()).get(DASHBOARD);
        String etag = again.header("ETag");
        assertThat(etag).isEqualTo(kept.header("ETag"));
        assertThat(again.asString()).isEqualTo(kept.asString());

        shop.tell(shop.visit("ann", "2026-11-05T10:00", shop.cut));
        shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("appointments.booked") == 1);
        assertThat(november(shop.owner()).get(DASHBOARD).header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void shouldAnswer304ToTheEtagOfTheSameFigures() {
        String etag = november(shop.owner()).get(DASHBOARD).header("ETag");

        november(shop.owner())
                .header("If-None-Match", etag)
                .get(DASHBOARD)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        november(shop.owner())
                .header("If-None-Match", "W/\"another\"")
                .get(DASHBOARD)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldShowTheLastThirtyDaysUnlessToldOtherwise() {
        LocalDate today = LocalDate.now(shop.zone);
        shop.owner()
                .get(DASHBOARD)
                .then()
                .statusCode(200)
                .body("from", equalTo(today.minusDays(29).toString()))
                .body("to", equalTo(today.toString()))
                .body("days", hasSize(30));
    }

    @Test
    void shouldBeForOwnersAndManagersOnly() {
        shop.as("manager").get(DASHBOARD).then().statusCode(200);
        shop.as("barber").get(DASHBOARD).then().statusCode(403);
        shop.as("receptionist").get(DASHBOARD).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.client(UUID.randomUUID()))
                .queryParam("shopId", shop.id)
                .get(DASHBOARD)
                .then()
                .statusCode(403);
        given().queryParam("shopId", shop.id).get(DASHBOARD).then().statusCode(401);
    }

    @Test
    void shouldAnswer404ToEverybodyForAShopThatIsNot() {
        given().auth()
                .oauth2(Tokens.client(UUID.randomUUID()))
                .queryParam("shopId", UUID.randomUUID())
                .get(DASHBOARD)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldBelieveTheUserServiceAboutARoleThatTheTokenDoesNotKnow() {
        UUID newOwner = UUID.randomUUID();
        Neighbours.instance().staff(shop.id, newOwner, "owner");
        given().auth()
                .oauth2(Tokens.client(newOwner))
                .queryParam("shopId", shop.id)
                .get(DASHBOARD)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAnswer404ToAnAdministratorWhenThereIsNoSuchShop() {
        given().auth()
                .oauth2(Tokens.admin(UUID.randomUUID()))
                .queryParam("shopId", UUID.randomUUID())
                .get(DASHBOARD)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNameTheParameterThatIsWrong() {
        given().auth()
                .oauth2(Tokens.client(UUID.randomUUID()))
                .get(DASHBOARD)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("shopId"));
        refused("from", "yesterday", "from");
        refused("to", "2026-02-30", "to");
        refused("to", "+999999999-12-31", "to");
    }

    @Test
    void shouldRefuseRangesThatEndBeforeTheyBeginOrAreTooLong() {
        range("2026-11-10", "2026-11-09").statusCode(400).body("errors.field", hasItem("to"));
        range("2024-01-01", "2024-12-31").statusCode(200).body("days", hasSize(366));
        range("2024-01-01", "2025-01-01").statusCode(400).body("errors.field", hasItem("to"));
    }

    private io.restassured.response.ValidatableResponse range(String from, String to) {
        return shop.owner()
                .queryParam("from", from)
                .queryParam("to", to)
                .get(DASHBOARD)
                .then();
    }

    private void refused(String parameter, String value, String field) {
        shop.owner()
                .queryParam(parameter, value)
                .get(DASHBOARD)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    private static RequestSpecification november(RequestSpecification request) {
        return request.queryParam("from", FIRST.toString()).queryParam("to", LAST.toString());
    }

    private void tellDates(String asOf, String days) {
        shop.tell("booking-service", "booking.hours.changed", """
                {"shopId":"%s","barberId":null,"date":null,"asOf":"%s","from":"2026-10-01","barberIds":["%s"],"days":[%s]}""".formatted(shop.id, asOf, shop.barber, days));
    }

    private String day(String date, int minutes) {
        return "{\"barberId\":\"%s\",\"date\":\"%s\",\"minutes\":%d}".formatted(shop.barber, date, minutes);
    }
}
