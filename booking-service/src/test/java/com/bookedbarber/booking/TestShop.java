package com.bookedbarber.booking;

import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static io.restassured.RestAssured.given;

/** A shop of a test's own, made through the API as its owner would. */
public final class TestShop {

    private final UUID id = UUID.randomUUID();
    private final UUID ownerId = UUID.randomUUID();
    private final ZoneId zone;
    private final String owner = Tokens.staff(ownerId, id, "owner");

    private TestShop(String zone) {
        this.zone = ZoneId.of(zone);
        Neighbours.instance().shop(id, zone, "USD");
    }

    /** A shop in New York that takes dollars. */
    public static TestShop open() {
        return in("America/New_York");
    }

    /** A shop in a zone. */
    public static TestShop in(String zone) {
        return new TestShop(zone);
    }

    public UUID id() {
        return id;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The owner's token. */
    public String owner() {
        return owner;
    }

    /** A token for somebody with another role. */
    public String staff(String role) {
        return Tokens.staff(UUID.randomUUID(), id, role);
    }

    /** Half an hour for 40 dollars, without buffers or deposit. */
    public UUID haircut() {
        return service("Haircut", 30, 4_000, "");
    }

    /** @param more further fields of the JSON, each with a comma in front */
    public UUID service(String name, int minutes, long price, String more) {
        String body = """
                {"name":"%s","durationMinutes":%d,"price":{"amount":%d,"currency":"USD"}%s}""".formatted(name, minutes, price, more);
        return created(asOwner().body(body).post("/api/v1/shops/" + id + "/services"));
    }

    /** A barber who does these services, every day from 9 to 17. */
    public UUID barber(UUID... services) {
        UUID barber = barberWithoutHours("Sam", services);
        hours(barber, "09:00", "17:00");
        return barber;
    }

    public UUID barberWithoutHours(String name, UUID... services) {
        String ids =
                Arrays.stream(services).map(service -> "\"" + service + "\"").collect(Collectors.joining(","));
        return created(asOwner()
                .body("{\"displayName\":\"%s\",\"serviceIds\":[%s]}".formatted(name, ids))
                .post("/api/v1/shops/" + id + "/barbers"));
    }

    /** The same hours on every day. */
    public Response hours(UUID barber, String start, String end) {
        String body = Arrays.stream(DayOfWeek.values())
                .map(day -> "{\"dayOfWeek\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(day, start, end))
                .collect(Collectors.joining(",", "[", "]"));
        Response answer = asOwner().body(body).put("/api/v1/barbers/" + barber + "/working-hours");
        answer.then().statusCode(200);
        return answer;
    }

    /** @param json such as {@code {"slotStepMinutes":15}} */
    public void policy(String json) {
        asOwner()
                .body(json)
                .put("/api/v1/shops/" + id + "/booking-policy")
                .then()
                .statusCode(200);
    }

    public RequestSpecification asOwner() {
        return as(owner);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A local time of the shop, some days from today. */
    public Instant at(int daysFromToday, String time) {
        return LocalDate.now(zone)
                .plusDays(daysFromToday)
                .atTime(LocalTime.parse(time))
                .atZone(zone)
                .toInstant();
    }

    /** The JSON of a booking; the client is somebody new unless the caller is signed in. */
    public String booking(Object barber, Instant startsAt, UUID... services) {
        return """
                {"shopId":"%s","serviceIds":[%s],"barberId":"%s","startsAt":"%s"}""".formatted(
                id,
                List.of(services).stream().map(service -> "\"" + service + "\"").collect(Collectors.joining(",")),
                barber,
                startsAt);
    }

    /** A guest's booking. */
    public String guestBooking(String email, Object barber, Instant startsAt, UUID... services) {
        String body = booking(barber, startsAt, services);
        return body.substring(0, body.length() - 1)
                + ",\"client\":{\"name\":\"Ann Guest\",\"email\":\"%s\",\"phone\":\"+1 555 0100\"}}".formatted(email);
    }

    /** Books under a new key. */
    public static Response book(RequestSpecification caller, String body) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/appointments");
    }

    /** Makes a move of an appointment's life, such as {@code cancel}, seen at a version; {@code body} may be empty. */
    public static ValidatableResponse move(String token, String id, int version, String move, String body) {
        return as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body.isEmpty() ? "{}" : body)
                .post("/api/v1/appointments/" + id + "/" + move)
                .then();
    }

    /** The slots that are listed for a day, as instants. */
    public List<Instant> slots(int daysFromToday, UUID service, Object barber) {
        LocalDate date = LocalDate.now(zone).plusDays(daysFromToday);
        List<String> starts = given().queryParam("serviceId", service)
                .queryParam("barberId", barber)
                .queryParam("from", date.toString())
                .queryParam("to", date.toString())
                .get("/api/v1/shops/" + id + "/availability")
                .then()
                .statusCode(200)
                .extract()
                .path("days[0].slots.startsAt");
        return starts.stream().map(Instant::parse).toList();
    }

    public static UUID created(Response answer) {
        return UUID.fromString(answer.then().statusCode(201).extract().path("id"));
    }
}
