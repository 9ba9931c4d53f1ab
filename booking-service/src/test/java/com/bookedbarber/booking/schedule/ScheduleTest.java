package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Hours, exceptions, time off and closures, and what they do to slots and appointments. */
@QuarkusTest
class ScheduleTest implements RealStoresTest {

    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private final String client = Tokens.client(UUID.randomUUID());

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldListAppointmentsThatNewHoursLeaveOutside() {
        String id = book(as(client), shop.booking(sam, shop.at(1, "16:00"), haircut))
                .path("id");
        book(as(client), shop.booking(sam, shop.at(1, "10:00"), haircut));

        shop.hours(sam, "09:00", "12:00")
                .then()
                .body("outside.id", contains(id))
                .body("workingHours", hasSize(7));

        as(client).get("/api/v1/appointments/" + id).then().statusCode(200);
        assertThat(shop.slots(1, haircut, sam)).doesNotContain(shop.at(1, "14:00"));
    }

    @Test
    void shouldGiveADateItsOwnHours() {
        String path = "/api/v1/barbers/" + sam + "/exceptions/" + date(2);
        shop.asOwner()
                .body("{\"intervals\":[{\"start\":\"18:00\",\"end\":\"19:00\"}]}")
                .put(path)
                .then()
                .statusCode(200)
                .body("outside", empty());
        assertThat(shop.slots(2, haircut, sam)).containsExactly(shop.at(2, "18:00"), shop.at(2, "18:30"));

        shop.asOwner().body("{\"intervals\":[]}").put(path).then().statusCode(200);
        assertThat(shop.slots(2, haircut, sam)).isEmpty();

        shop.asOwner()
                .body("[{\"start\":\"20:00\",\"end\":\"20:30\"}]")
                .put(path)
                .then()
                .statusCode(200)
                .body("intervals.start", contains("20:00"));
        assertThat(shop.slots(2, haircut, sam)).containsExactly(shop.at(2, "20:00"));
        String id = book(as(client), shop.booking(sam, shop.at(2, "20:00"), haircut))
                .path("id");

        shop.asOwner()
                .delete(path)
                .then()
                .statusCode(200)
                .body("date", equalTo(date(2).toString()))
                .body("intervals", contains(Map.of("start", "09:00", "end", "17:00")))
                .body("outside.id", contains(id));
        assertThat(shop.slots(2, haircut, sam)).hasSize(16);
    }

    @Test
    void shouldTakeHoursAndWholeDaysOff() {
        String path = "/api/v1/barbers/" + sam + "/time-off";
        String id = shop.asOwner()
                .body("{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}".formatted(shop.at(2, "09:00"), shop.at(2, "16:00")))
                .post(path)
                .then()
                .statusCode(201)
                .body("outside", empty())
                .extract()
                .path("id");
        shop.asOwner()
                .body("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(date(3), date(4)))
                .post(path)
                .then()
                .statusCode(201);
        assertThat(shop.slots(2, haircut, sam)).hasSize(2);
        assertThat(shop.slots(3, haircut, sam)).isEmpty();
        assertThat(shop.slots(4, haircut, sam)).isEmpty();
        shop.asOwner().get(path).then().statusCode(200).body("items", hasSize(2));

        shop.asOwner().delete(path + "/" + id).then().statusCode(204);
        shop.asOwner().delete(path + "/" + id).then().statusCode(404);
        assertThat(shop.slots(2, haircut, sam)).hasSize(16);
    }

    @Test
    void shouldCloseTheWholeShop() {
        book(as(client), shop.booking(sam, shop.at(2, "16:00"), haircut));
        String path = "/api/v1/shops/" + shop.id() + "/closures";
        String id = shop.asOwner()
                .body("{\"from\":\"%s\",\"reason\":\"Holiday\"}".formatted(date(2)))
                .post(path)
                .then()
                .statusCode(201)
                .body("outside", hasSize(1))
                .extract()
                .path("id");
        assertThat(shop.slots(2, haircut, sam)).isEmpty();
        given().get(path).then().statusCode(200).body("items", hasSize(1));
        shop.asOwner().delete(path + "?id=" + id).then().statusCode(204);
        assertThat(shop.slots(2, haircut, sam)).hasSize(15);
    }

    @Test
    void shouldPageThroughClosuresAndTimeOff() {
        String closures = "/api/v1/shops/" + shop.id() + "/closures";
        String timeOff = "/api/v1/barbers/" + sam + "/time-off";
        for (int day = 4; day > 1; day--) {
            String body = "{\"from\":\"%s\"}".formatted(date(day));
            shop.asOwner().body(body).post(closures).then().statusCode(201);
            shop.asOwner().body(body).post(timeOff).then().statusCode(201);
        }
        for (String path : List.of(closures, timeOff)) {
            ValidatableResponse first = shop.asOwner().get(path + "?limit=2").then();
            first.body("items", hasSize(2)).header("Link", endsWith("rel=\"next\""));
            ValidatableResponse second = shop.asOwner()
                    .queryParam("limit", 2)
                    .queryParam("cursor", first.extract().<String>path("nextCursor"))
                    .get(path)
                    .then();
            second.body("items", hasSize(1)).body("nextCursor", nullValue()).header("Link", nullValue());
            List<String> ids = new ArrayList<>(first.extract().path("items.id"));
            ids.addAll(second.extract().path("items.id"));
            shop.asOwner().get(path).then().body("items.id", equalTo(ids));
        }
    }

    @Test
    void shouldWorkAcrossMidnight() {
        shop.hours(sam, "22:00", "02:00");
        assertThat(shop.slots(2, haircut, sam))
                .contains(shop.at(2, "01:30"), shop.at(2, "22:00"))
                .hasSize(8);
        book(as(client), shop.booking(sam, shop.at(3, "01:30"), haircut)).then().statusCode(201);
    }

    @Test
    void shouldNameEveryBadInterval() {
        String path = "/api/v1/barbers/" + sam + "/working-hours";
        shop.asOwner()
                .body("""
                        [{"dayOfWeek":"FUNDAY","start":"09:00","end":"12:00"},{"dayOfWeek":"MONDAY","start":"9","end":"12:00"},
                        {"dayOfWeek":"MONDAY","start":"09:00","end":"12:00"},{"dayOfWeek":"MONDAY","start":"11:00","end":"13:00"}]""")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("[0].dayOfWeek"))
                .body("errors.field", hasItem("[1].start"))
                .body("errors.field", hasItem("[3]"));
        shop.asOwner()
                .body("{\"endsAt\":\"2026-12-01T10:00:00Z\"}")
                .post("/api/v1/barbers/" + sam + "/time-off")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("startsAt"));
        shop.asOwner()
                .body("{\"from\":\"2026-12-02\",\"to\":\"2026-12-01\"}")
                .post("/api/v1/shops/" + shop.id() + "/closures")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        shop.asOwner()
                .body("{\"intervals\":[]}")
                .put("/api/v1/barbers/" + sam + "/exceptions/never")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("date"));
    }

    @Test
    void shouldLetOnlyManagementChangeHours() {
        String path = "/api/v1/barbers/" + sam + "/working-hours";
        as(shop.staff("barber")).body("[]").put(path).then().statusCode(403);
        as(client).body("[]").put(path).then().statusCode(403);
        given().contentType("application/json").body("[]").put(path).then().statusCode(401);
        given().get(path).then().statusCode(200).body("workingHours", notNullValue());
    }

    private LocalDate date(int days) {
        return LocalDate.now(shop.zone()).plusDays(days);
    }
}
