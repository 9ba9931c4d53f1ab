package com.bookedbarber.booking.appointment;

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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** A time that was found taken is asked about first, and nothing else about it changes. */
@QuarkusTest
class TakenTimesTest implements RealStoresTest {

    private final String winner = Tokens.client(UUID.randomUUID());
    private final String loser = Tokens.client(UUID.randomUUID());
    private final String key = UUID.randomUUID().toString();
    private String booking;
    private Response won;

    @BeforeEach
    void loseATime() {
        TestShop shop = TestShop.open();
        UUID haircut = shop.haircut();
        booking = shop.booking(shop.barber(haircut), shop.at(1, "10:00"), haircut);
        won = bookUnderTheKey();
        book(as(loser), booking).then().statusCode(409);
    }

    @Test
    void shouldRefuseItAgainInTheSameWords() {
        book(as(loser), booking)
                .then()
                .statusCode(409)
                .body("type", endsWith("slot-taken"))
                .body("errors[0].field", equalTo("startsAt"));
    }

    @Test
    void shouldStillAnswerARepeatOfTheRequestThatTookIt() {
        bookUnderTheKey().then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void shouldGiveItToTheNextOneOnceItIsFree() {
        as(winner)
                .header("If-Match", "\"1\"")
                .post("/api/v1/appointments/" + won.path("id") + "/cancel")
                .then()
                .statusCode(200);

        book(as(loser), booking).then().statusCode(201);
    }

    private Response bookUnderTheKey() {
        return as(winner).header("Idempotency-Key", key).body(booking).post("/api/v1/appointments");
    }
}
