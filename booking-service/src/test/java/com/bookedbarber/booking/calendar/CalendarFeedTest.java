package com.bookedbarber.booking.calendar;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Calendars to subscribe to. */
@QuarkusTest
class CalendarFeedTest implements RealStoresTest {

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
    void shouldShowAClientTheirOwnAppointments() {
        String id = book(as(client), shop.booking(sam, shop.at(1, "10:00"), haircut))
                .path("id");
        Response feed = open(client, "{}");

        given().get("/api/v1/calendars/" + feed.path("secret") + ".ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("UID:" + id), containsString("Haircut at Test Shop"));
        as(client).get("/api/v1/calendars").then().body("items", hasSize(1)).body("items[0].secret", nullValue());
    }

    @Test
    void shouldPageThroughTheCallersCalendars() {
        for (int i = 0; i < 3; i++) {
            open(client, "{}");
        }
        String cursor = as(client)
                .get("/api/v1/calendars?limit=2")
                .then()
                .body("items", hasSize(2))
                .header("Link", containsString("cursor="))
                .extract()
                .path("nextCursor");
        as(client)
                .queryParam("cursor", cursor)
                .get("/api/v1/calendars")
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldShowABarberWhoComes() {
        book(given(), shop.guestBooking("ann@example.com", sam, shop.at(1, "10:00"), haircut));
        Response feed = open(shop.owner(), "{\"barberId\":\"" + sam + "\"}");

        given().get("/api/v1/calendars/" + feed.path("secret") + ".ics")
                .then()
                .statusCode(200)
                .body(containsString("Ann Guest"), not(containsString("ann@example.com")));
    }

    @Test
    void shouldOpenNothingOnceRevoked() {
        Response feed = open(client, "{}");
        as(Tokens.client(UUID.randomUUID()))
                .delete("/api/v1/calendars/" + feed.path("id"))
                .then()
                .statusCode(404);
        as(client).delete("/api/v1/calendars/" + feed.path("id")).then().statusCode(204);
        given().get("/api/v1/calendars/" + feed.path("secret") + ".ics").then().statusCode(404);
    }

    @Test
    void shouldNotOpenSomebodyElsesCalendar() {
        as(client)
                .body("{\"barberId\":\"" + sam + "\"}")
                .post("/api/v1/calendars")
                .then()
                .statusCode(403);
    }

    private static Response open(String token, String body) {
        Response feed = as(token).body(body).post("/api/v1/calendars");
        feed.then().statusCode(201);
        return feed;
    }
}
