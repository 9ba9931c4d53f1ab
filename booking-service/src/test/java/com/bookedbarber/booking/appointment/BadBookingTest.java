package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

/** Whatever is wrong with a booking: the answer names it, and nothing is written. */
@QuarkusTest
class BadBookingTest implements RealStoresTest {

    @Inject
    Sql sql;

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

    @AfterEach
    void nothingIsWritten() {
        assertThat(sql.one("SELECT count(*) FROM appointment WHERE shop_id = ?", row -> row.getInt(1), shop.id()))
                .contains(0);
        assertThat(sql.one("SELECT count(*) FROM client_record WHERE shop_id = ?", row -> row.getInt(1), shop.id()))
                .contains(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shopId     | null                        | shopId",
                "shopId     | \"x\"                       | shopId",
                "serviceIds | []                          | serviceIds",
                "serviceIds | null                        | serviceIds",
                "serviceIds | [null]                      | serviceIds[0]",
                "serviceIds | [\"nonsense\"]              | serviceIds[0]",
                "barberId   | \"sam\"                     | barberId",
                "startsAt   | null                        | startsAt",
                "startsAt   | \"tomorrow\"                | startsAt",
                "startsAt   | \"2026-12-01T10:00:30Z\"    | startsAt",
                "startsAt   | \"+100000-12-01T10:00:00Z\" | startsAt",
                "client     | {}                          | client.name",
                "client     | {\"name\":\" \",\"email\":\"a@b.c\"}                        | client.name",
                "client     | {\"name\":\"A\\nB\",\"email\":\"a@b.c\"}                       | client.name",
                "client     | {\"name\":\"A\",\"email\":\"nobody\"}                       | client.email",
                "client     | {\"name\":\"A\",\"email\":\"a@b.c\",\"phone\":\"call me\"}  | client.phone",
                "client     | {\"name\":\"A\",\"email\":\"a@b.c\",\"timeZone\":\"Moon\"}  | client.timeZone",
            })
    void shouldNameTheBadField(String field, String value, String named) {
        String good = "\"%s\":%s".formatted(field, value);
        String body = shop.booking(sam, shop.at(1, "10:00"), haircut)
                .replaceAll("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*])", "");
        body = body.replace("{,", "{").replace(",,", ",").replace(",}", "}");
        body = body.substring(0, body.length() - 1) + "," + good + "}";
        refused(body, 400, "validation-failed").body("errors.field", hasItem(named));
    }

    @Test
    void shouldRefuseNotesThatAreTooLongOrCannotBeStored() {
        refused(with("notes", "x".repeat(2_001)), 400, "validation-failed").body("errors.field", hasItem("notes"));
        refused(with("notes", "x".repeat(10_000_000)), 413, "payload-too-large");
        refused(with("notes", "a\\u0000b"), 400, "bad-request");
    }

    @Test
    void shouldRefuseServicesAndBarbersOfOthers() {
        TestShop other = TestShop.open();
        UUID foreign = other.haircut();
        UUID stranger = other.barber(foreign);
        Instant ten = shop.at(1, "10:00");
        refused(shop.booking(sam, ten, foreign), 404, "not-found").body("errors.field", hasItem("serviceIds"));
        refused(shop.booking(stranger, ten, haircut), 404, "not-found").body("errors.field", hasItem("barberId"));
        refused(shop.booking(UUID.randomUUID(), ten, haircut), 404, "not-found");
        refused(shop.booking(sam, ten, haircut, haircut), 400, "validation-failed");
        refused(
                        shop.booking(sam, ten, haircut)
                                .replace(shop.id().toString(), UUID.randomUUID().toString()),
                        404,
                        "not-found")
                .body("errors.field", hasItem("shopId"));
    }

    @Test
    void shouldRefuseWhatIsNotOffered() {
        UUID beard = shop.service("Beard", 15, 1_500, "");
        refused(shop.booking(sam, shop.at(1, "10:00"), beard), 422, "not-bookable")
                .body("errors.field", hasItem("barberId"));
        shop.asOwner().body("{\"active\":false}").patch("/api/v1/services/" + haircut);
        refused(shop.booking(sam, shop.at(1, "10:00"), haircut), 422, "not-bookable");
    }

    @Test
    void shouldRefuseWhatNobodyDoesInOneVisit() {
        UUID beard = shop.service("Beard", 15, 1_500, "");
        shop.barber(beard);
        refused(shop.booking("any", shop.at(1, "10:00"), haircut, beard), 422, "not-bookable")
                .body("errors.field", hasItem("serviceIds"));
    }

    @Test
    void shouldNeitherListNorBookABarberWhoTakesNoBookings() {
        shop.asOwner().body("{\"active\":false}").patch("/api/v1/barbers/" + sam);
        refused(shop.booking(sam, shop.at(1, "10:00"), haircut), 422, "not-bookable")
                .body("errors.field", hasItem("barberId"));
        given().get("/api/v1/shops/%s/availability?serviceId=%s&barberId=%s".formatted(shop.id(), haircut, sam))
                .then()
                .statusCode(422)
                .body("type", endsWith(":not-bookable"))
                .body("errors.field", hasItem("barberId"));
        assertThat(shop.slots(1, haircut, "any")).isEmpty();
    }

    @Test
    void shouldRefuseTimesByTheirRule() {
        refused(shop.booking(sam, shop.at(-1, "10:00"), haircut), 422, "too-soon")
                .body("errors.field", hasItem("startsAt"));
        refused(shop.booking(sam, shop.at(40, "10:00"), haircut), 422, "beyond-horizon")
                .body("errors.field", hasItem("startsAt"));
        refused(shop.booking(sam, shop.at(1, "08:30"), haircut), 422, "outside-hours")
                .body("errors.field", hasItem("startsAt"));
        refused(shop.booking(sam, shop.at(1, "16:45"), haircut), 422, "outside-hours")
                .body("errors.field", hasItem("startsAt"));
        refused(shop.booking(sam, shop.at(1, "10:10"), haircut), 422, "rule-violated")
                .body("errors.field", hasItem("startsAt"));
    }

    @Test
    void shouldNeedAKeyAndJson() {
        String body = shop.booking(sam, shop.at(1, "10:00"), haircut);
        as(client)
                .body(body)
                .post("/api/v1/appointments")
                .then()
                .statusCode(400)
                .body("type", endsWith("idempotency-key-missing"));
        as(client)
                .header("Idempotency-Key", "k".repeat(256))
                .body(body)
                .post("/api/v1/appointments")
                .then()
                .statusCode(400);
        refused("{", 400, "malformed-json");
        refused("", 400, "validation-failed");
    }

    @Test
    void shouldAskAGuestForAName() {
        book(given(), shop.booking(sam, shop.at(1, "10:00"), haircut))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("client"));
    }

    @Test
    void shouldLookAtTheClientBeforeTheRules() {
        Instant past = shop.at(-1, "10:00");
        book(given(), shop.booking(sam, past, haircut)).then().statusCode(400).body("errors.field", hasItem("client"));
        String moon = shop.guestBooking("ann@example.com", sam, past, haircut)
                .replace("\"phone\"", "\"timeZone\":\"Moon\",\"phone\"");
        book(given(), moon).then().statusCode(400).body("errors.field", hasItem("client.timeZone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-12-01&to=2026-11-30 | to",
                "from=2026-12-01&to=2027-03-03 | to",
                "to=2020-01-01                 | to",
                "to=2199-01-01                 | to",
                "from=yesterday                | from",
                "from=9999999-01-01            | from",
                "barberId=sam                  | barberId",
                "serviceId=x                   | serviceId",
            })
    void shouldNameTheBadParameterOfAvailability(String parameters, String named) {
        String service = parameters.contains("serviceId") ? "" : "&serviceId=" + haircut;
        given().get("/api/v1/shops/" + shop.id() + "/availability?" + parameters + service)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(named));
    }

    @Test
    void shouldKnowOnlyShopsThatExist() {
        given().get("/api/v1/shops/" + UUID.randomUUID() + "/availability?serviceId=" + haircut)
                .then()
                .statusCode(404);
        given().get("/api/v1/shops/" + shop.id() + "/availability")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("serviceId"));
    }

    private String with(String field, String value) {
        String body = shop.booking(sam, shop.at(1, "10:00"), haircut);
        return body.substring(0, body.length() - 1) + ",\"%s\":\"%s\"}".formatted(field, value);
    }

    private ValidatableResponse refused(String body, int status, String code) {
        return book(as(client), body).then().statusCode(status).body("type", endsWith(":" + code));
    }
}
