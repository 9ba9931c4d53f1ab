package com.bookedbarber.booking.client;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What a shop knows of its clients. */
@QuarkusTest
class ClientRecordTest implements RealStoresTest {

    @Inject
    Sql sql;

    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private final UUID userId = UUID.randomUUID();
    private final String user = Tokens.client(userId);
    private final String email = userId + "@example.com";

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldCountVisitsNoShowsAndSpend() {
        visit(-3, "complete");
        visit(-2, "complete");
        visit(-1, "no-show");

        shop.asOwner()
                .get(clients())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].visits", equalTo(2))
                .body("items[0].noShows", equalTo(1))
                .body("items[0].spend.amount", equalTo(8_000))
                .body("items[0].lastVisit", notNullValue());
    }

    @Test
    void shouldKeepNotesAndTagsForTheStaff() {
        book(as(user), shop.booking(sam, shop.at(1, "10:00"), haircut));
        String id = shop.asOwner().get(clients()).path("items[0].id");

        shop.asOwner()
                .header("If-Match", "\"0\"")
                .body("{\"notes\":\"Likes tea ☕\",\"tags\":[\"regular\"]}")
                .patch(clients() + "/" + id)
                .then()
                .statusCode(200)
                .body("tags", contains("regular"));
        shop.asOwner()
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(clients() + "/" + id)
                .then()
                .statusCode(412);
        as(shop.staff("barber")).get(clients() + "/" + id).then().body("notes", equalTo("Likes tea ☕"));
        as(user).get(clients()).then().statusCode(403);
        shop.asOwner().queryParam("query", "nobody_").get(clients()).then().body("items", hasSize(0));
    }

    @Test
    void shouldAskTheUserServiceForAName() {
        Neighbours.instance().reply("GET /internal/users/" + userId, 200, """
                {"userId":"%s","name":"Jo Smith","email":"Jo@Example.com","phone":"123"}""".formatted(userId));
        book(as(user), shop.booking(sam, shop.at(1, "10:00"), haircut))
                .then()
                .statusCode(201)
                .body("client.name", equalTo("Jo Smith"))
                .body("client.email", equalTo("jo@example.com"));
    }

    @Test
    void shouldAdoptAGuestWhenAnAccountWithTheAddressIsVerified() {
        String id = book(given(), shop.guestBooking(email, sam, shop.at(1, "10:00"), haircut))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        verified();

        await().until(() -> as(user).get("/api/v1/appointments/" + id).statusCode() == 200);
        as(user).get("/api/v1/appointments").then().body("items.id", contains(id));
    }

    @Test
    void shouldMergeAnAdoptedGuestWithTheClientsOwnRecord() {
        book(given(), shop.guestBooking(email, sam, shop.at(1, "10:00"), haircut));
        book(as(user), shop.booking(sam, shop.at(1, "12:00"), haircut));

        verified();

        await().until(() -> shop.asOwner().get(clients()).<Integer>path("items.size()") == 1);
        as(user).get("/api/v1/appointments").then().body("items", hasSize(2));
    }

    @Test
    void shouldForgetAnErasedClientButNotTheVisit() {
        String id =
                book(as(user), shop.booking(sam, shop.at(1, "10:00"), haircut)).path("id");

        Neighbours.instance()
                .publish("user-service", "user.account.erased", userId.toString(), "{\"userId\":\"" + userId + "\"}");

        await().until(() -> as(user).get("/api/v1/appointments/" + id).statusCode() == 403);
        shop.asOwner()
                .get("/api/v1/appointments/" + id)
                .then()
                .statusCode(200)
                .body("client.name", equalTo("Erased client"))
                .body("client.email", nullValue())
                .body("clientId", nullValue());
    }

    @Test
    void shouldForgetTheMailsToAnErasedClient() {
        String body = shop.guestBooking(email.toUpperCase(Locale.ROOT), sam, shop.at(1, "10:00"), haircut);
        book(as(user), body).then().statusCode(201);
        await().until(() -> mails() == 1);

        Neighbours.instance()
                .publish("user-service", "user.account.erased", userId.toString(), "{\"userId\":\"" + userId + "\"}");

        await().until(() -> mails() == 0);
    }

    private int mails() {
        return sql.one("SELECT count(*) FROM mail WHERE recipient = ?", row -> row.getInt(1), email)
                .orElseThrow();
    }

    private void verified() {
        Neighbours.instance()
                .publish("user-service", "user.account.verified", userId.toString(), """
                {"userId":"%s","email":"%s"}""".formatted(userId, email));
    }

    private void visit(int day, String end) {
        String body = shop.guestBooking(email, sam, shop.at(day, "10:00"), haircut);
        String id = book(shop.asOwner(), body).then().statusCode(201).extract().path("id");
        shop.asOwner()
                .header("If-Match", "*")
                .body("{}")
                .post("/api/v1/appointments/" + id + "/" + end)
                .then()
                .statusCode(200);
    }

    private String clients() {
        return "/api/v1/shops/" + shop.id() + "/clients";
    }
}
