package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Booking, as clients and guests do it. */
@QuarkusTest
class BookingTest implements RealStoresTest {

    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private final UUID clientId = UUID.randomUUID();
    private final String client = Tokens.client(clientId);

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldConfirmAtOnceWhenNoDepositIsDue() {
        Instant tenTomorrow = shop.at(1, "10:00");

        Response answer = book(as(client), shop.booking(sam, tenTomorrow, haircut));

        answer.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/appointments/" + answer.path("id")))
                .header("ETag", "\"1\"")
                .body("shopId", equalTo(shop.id().toString()))
                .body("barberId", equalTo(sam.toString()))
                .body("clientId", equalTo(clientId.toString()))
                .body("client.name", notNullValue())
                .body("serviceIds", equalTo(java.util.List.of(haircut.toString())))
                .body("startsAt", equalTo(tenTomorrow.toString()))
                .body("endsAt", equalTo(tenTomorrow.plusSeconds(1800).toString()))
                .body("status", equalTo("confirmed"))
                .body("price.amount", equalTo(4000))
                .body("price.currency", equalTo("USD"))
                .body("deposit.amount", equalTo(0))
                .body("paid.amount", equalTo(0))
                .body("version", equalTo(1))
                .body("createdAt", notNullValue())
                .body("holdExpiresAt", nullValue())
                .body("manageToken", nullValue());
    }

    @Test
    void shouldHoldTheTimeWhenADepositIsDue() {
        UUID colour = shop.service("Colour", 60, 10_000, ",\"deposit\":{\"type\":\"percent\",\"value\":25}");
        UUID kim = shop.barber(colour);

        book(as(client), shop.booking(kim, shop.at(1, "10:00"), colour))
                .then()
                .statusCode(201)
                .body("status", equalTo("held"))
                .body("deposit.amount", equalTo(2500))
                .body("holdExpiresAt", notNullValue());
    }

    @Test
    void shouldTakeTheTimeFromTheList() {
        Instant ten = shop.at(1, "10:00");
        assertThat(shop.slots(1, haircut, sam)).contains(ten).hasSize(16);

        book(as(client), shop.booking(sam, ten, haircut)).then().statusCode(201);

        assertThat(shop.slots(1, haircut, sam)).doesNotContain(ten).hasSize(15);
        book(as(Tokens.client(UUID.randomUUID())), shop.booking(sam, ten, haircut))
                .then()
                .statusCode(409)
                .body("type", endsWith("slot-taken"));
    }

    @Test
    void shouldLetAGuestManageByToken() {
        Response booked = book(given(), shop.guestBooking("Ann@Example.com", sam, shop.at(1, "11:00"), haircut));
        String id = booked.then()
                .statusCode(201)
                .body("clientId", nullValue())
                .body("client.email", equalTo("ann@example.com"))
                .extract()
                .path("id");
        String token = booked.path("manageToken");

        given().get("/api/v1/appointments/" + id).then().statusCode(401);
        given().queryParam("manageToken", "wrong")
                .get("/api/v1/appointments/" + id)
                .then()
                .statusCode(403);
        given().queryParam("manageToken", token)
                .get("/api/v1/appointments/" + id)
                .then()
                .statusCode(200)
                .body("manageToken", nullValue());
        given().header("X-Manage-Token", token)
                .get("/api/v1/appointments/" + id + ".ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar");
        given().header("X-Manage-Token", token)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .post("/api/v1/appointments/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
    }

    @Test
    void shouldShowAnAppointmentToItsClientAndTheStaffOnly() {
        String id = book(as(client), shop.booking(sam, shop.at(1, "10:00"), haircut))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(client).get("/api/v1/appointments/" + id).then().statusCode(200).header("ETag", "\"1\"");
        as(shop.staff("receptionist")).get("/api/v1/appointments/" + id).then().statusCode(200);
        as(Tokens.client(UUID.randomUUID()))
                .get("/api/v1/appointments/" + id)
                .then()
                .statusCode(403);
        as(TestShop.open().owner()).get("/api/v1/appointments/" + id).then().statusCode(403);
    }

    @Test
    void shouldListOnlyWhatTheCallerMaySee() {
        book(as(client), shop.booking(sam, shop.at(1, "10:00"), haircut)).then().statusCode(201);
        book(given(), shop.guestBooking("g@example.com", sam, shop.at(2, "10:00"), haircut))
                .then()
                .statusCode(201);

        as(client).get("/api/v1/appointments").then().statusCode(200).body("items", hasSize(1));
        as(client)
                .queryParam("shopId", shop.id())
                .get("/api/v1/appointments")
                .then()
                .body("items", hasSize(1));
        shop.asOwner()
                .queryParam("shopId", shop.id())
                .queryParam("status", "confirmed")
                .queryParam("from", shop.at(1, "00:00").toString())
                .queryParam("limit", 1)
                .get("/api/v1/appointments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("nextCursor", notNullValue());
        shop.asOwner()
                .queryParam("barberId", sam)
                .get("/api/v1/appointments")
                .then()
                .body("items", hasSize(2));
        given().get("/api/v1/appointments").then().statusCode(401);
    }

    @Test
    void shouldReadTheFiltersOfAList() {
        Instant ten = shop.at(1, "10:00");
        book(as(client), shop.booking(sam, ten, haircut)).then().statusCode(201);
        LocalDate tomorrow = LocalDate.now(shop.zone()).plusDays(1);

        listed("status=").statusCode(200).body("items", hasSize(1));
        listed("status=held&status=confirmed").body("items", hasSize(1));
        listed("status=soon").statusCode(400).body("errors.field", hasItem("status"));
        listed("from=%s&to=%s".formatted(tomorrow, tomorrow)).body("items", hasSize(1));
        listed("from=%s&to=%s".formatted(ten, ten)).statusCode(200).body("items", hasSize(0));
        listed("from=%s&to=%s".formatted(tomorrow, tomorrow.minusDays(1)))
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        listed("from=%s&to=%s".formatted(ten, ten.minusSeconds(1)))
                .statusCode(400)
                .body("errors.field", hasItem("to"));
    }

    private ValidatableResponse listed(String filters) {
        return shop.asOwner()
                .get("/api/v1/appointments?shopId=" + shop.id() + "&" + filters)
                .then();
    }

    @Test
    void shouldAnswerARepeatWithTheSameAppointment() {
        String key = UUID.randomUUID().toString();
        String body = shop.booking(sam, shop.at(1, "10:00"), haircut);
        Response first = as(client).header("Idempotency-Key", key).body(body).post("/api/v1/appointments");
        Response second = as(client).header("Idempotency-Key", key).body(body).post("/api/v1/appointments");

        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"1\"");
        assertThat(second.asString()).isEqualTo(first.asString());
        as(client)
                .header("Idempotency-Key", key)
                .body(shop.booking(sam, shop.at(1, "12:00"), haircut))
                .post("/api/v1/appointments")
                .then()
                .statusCode(422)
                .body("type", endsWith("idempotency-key-reused"));
    }

    @Test
    void shouldChooseTheBarberWithTheLeastToDo() {
        UUID kim = shop.barber(haircut);
        book(as(client), shop.booking(sam, shop.at(1, "09:00"), haircut)).then().statusCode(201);

        book(as(client), shop.booking("any", shop.at(1, "12:00"), haircut))
                .then()
                .statusCode(201)
                .body("barberId", equalTo(kim.toString()));
        book(as(client), shop.booking("any", shop.at(1, "12:00"), haircut))
                .then()
                .statusCode(201)
                .body("barberId", equalTo(sam.toString()));
        book(as(client), shop.booking("any", shop.at(1, "12:00"), haircut))
                .then()
                .statusCode(409);
    }

    @Test
    void shouldUseABarbersOwnPriceAndDuration() {
        shop.asOwner()
                .body(
                        "{\"overrides\":[{\"serviceId\":\"%s\",\"price\":{\"amount\":6000,\"currency\":\"USD\"},\"durationMinutes\":45}]}"
                                .formatted(haircut))
                .patch("/api/v1/barbers/" + sam)
                .then()
                .statusCode(200)
                .body("overrides[0].price.amount", equalTo(6000));
        Instant ten = shop.at(1, "10:00");

        book(as(client), shop.booking(sam, ten, haircut))
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(6000))
                .body("endsAt", equalTo(ten.plusSeconds(45 * 60).toString()));
    }

    @Test
    void shouldAddUpSeveralServicesOfOneVisit() {
        UUID beard = shop.service("Beard", 15, 1_500, ",\"bufferAfterMinutes\":10");
        UUID kim = shop.barber(haircut, beard);
        Instant ten = shop.at(1, "10:00");

        book(as(client), shop.booking(kim, ten, haircut, beard))
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(5500))
                .body("endsAt", equalTo(ten.plusSeconds(45 * 60).toString()));
    }

    @Test
    void shouldLetStaffIgnoreHoursButNeverOverlap() {
        Instant night = shop.at(1, "22:10");
        book(as(client), shop.booking(sam, night, haircut))
                .then()
                .statusCode(422)
                .body("type", endsWith("outside-hours"));

        book(shop.asOwner(), shop.guestBooking("vip@example.com", sam, night, haircut))
                .then()
                .statusCode(201)
                .body("client.name", equalTo("Ann Guest"))
                .body("clientId", nullValue());
        book(shop.asOwner(), shop.guestBooking("vip@example.com", sam, night, haircut))
                .then()
                .statusCode(409);
    }
}
