package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static com.bookedbarber.booking.TestShop.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Moving an appointment to another time, or to another barber. */
@QuarkusTest
class ReschedulingTest implements RealStoresTest {

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

    @Test
    void shouldMoveToAnotherTimeAndFreeTheOldOne() {
        Instant ten = shop.at(1, "10:00");
        Instant eleven = shop.at(1, "11:00");
        String id = booked(ten);

        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + eleven + "\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(id))
                .body("startsAt", equalTo(eleven.toString()));

        assertThat(shop.slots(1, haircut, sam)).contains(ten).doesNotContain(eleven);
        assertThat(events(id)).containsExactly("booking.appointment.confirmed", "booking.appointment.rescheduled");
    }

    @Test
    void shouldMoveWithinItsOwnTime() {
        shop.policy("{\"slotStepMinutes\":15}");
        String id = booked(shop.at(1, "10:00"));
        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + shop.at(1, "10:15") + "\"}")
                .statusCode(200);
    }

    @Test
    void shouldNotMoveToATakenTime() {
        String id = booked(shop.at(1, "10:00"));
        booked(shop.at(1, "11:00"));
        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + shop.at(1, "11:00") + "\"}")
                .statusCode(409)
                .body("type", endsWith("slot-taken"));
        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + shop.at(1, "03:00") + "\"}")
                .statusCode(422);
        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + shop.at(1, "12:00") + "\"}")
                .statusCode(200);
    }

    @Test
    void shouldMoveToAnotherBarberAtTheirPrice() {
        UUID kim = shop.barber(haircut);
        shop.asOwner()
                .body("{\"overrides\":[{\"serviceId\":\"%s\",\"price\":{\"amount\":9000,\"currency\":\"USD\"}}]}"
                        .formatted(haircut))
                .patch("/api/v1/barbers/" + kim)
                .then()
                .statusCode(200);
        String id = booked(shop.at(1, "10:00"));
        move(
                        client,
                        id,
                        1,
                        "reschedule",
                        "{\"startsAt\":\"%s\",\"barberId\":\"%s\"}".formatted(shop.at(1, "10:00"), kim))
                .statusCode(200)
                .body("barberId", equalTo(kim.toString()))
                .body("price.amount", equalTo(9000));
    }

    @Test
    void shouldMoveAwayFromABarberWhoTakesNoBookingsAnyMore() {
        UUID kim = shop.barber(haircut);
        String id = booked(shop.at(1, "10:00"));
        shop.asOwner().body("{\"active\":false}").patch("/api/v1/barbers/" + sam);

        move(client, id, 1, "reschedule", "{\"startsAt\":\"" + shop.at(1, "11:00") + "\"}")
                .statusCode(422)
                .body("errors.field", hasItem("barberId"));
        move(client, id, 1, "reschedule", "{\"startsAt\":\"%s\",\"barberId\":\"any\"}".formatted(shop.at(1, "11:00")))
                .statusCode(200)
                .body("barberId", equalTo(kim.toString()));
    }

    @Test
    void shouldMoveToAnyBarberWhatOnlyThePresentOneCanStillDo() {
        shop.barber(haircut);
        String id = booked(shop.at(1, "10:00"));
        shop.asOwner().body("{\"active\":false}").patch("/api/v1/services/" + haircut);
        move(client, id, 1, "reschedule", "{\"startsAt\":\"%s\",\"barberId\":\"any\"}".formatted(shop.at(1, "11:00")))
                .statusCode(200)
                .body("barberId", equalTo(sam.toString()));
        shop.asOwner()
                .body("{\"serviceIds\":[]}")
                .patch("/api/v1/barbers/" + sam)
                .then()
                .statusCode(200);
        move(client, id, 2, "reschedule", "{\"startsAt\":\"%s\",\"barberId\":\"any\"}".formatted(shop.at(1, "12:00")))
                .statusCode(200)
                .body("barberId", equalTo(sam.toString()));
    }

    @Test
    void shouldLetOnlyStaffMoveAVisitWhoseTimeHasCome() {
        String id = booked(shop.at(1, "10:00"));
        sql.update("""
                UPDATE appointment SET starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days',
                    busy_from = busy_from - interval '2 days', busy_to = busy_to - interval '2 days' WHERE id = ?::uuid
                """, id);
        String later = "{\"startsAt\":\"" + shop.at(1, "11:00") + "\"}";
        move(client, id, 1, "reschedule", later)
                .statusCode(409)
                .body("type", endsWith("illegal-state"))
                .body("currentStatus", equalTo("confirmed"));
        move(shop.owner(), id, 1, "reschedule", later).statusCode(200);
    }

    @Test
    void shouldKeepWhatWasPaidWhileTheMoveWaited() {
        String id = booked(shop.at(1, "10:00"));
        CompletableFuture<ValidatableResponse> moving = QuarkusTransaction.requiringNew()
                .call(() -> {
                    sql.update("UPDATE appointment SET paid = 1500, version = 2 WHERE id = ?", UUID.fromString(id));
                    CompletableFuture<ValidatableResponse> answer = CompletableFuture.supplyAsync(() -> as(client)
                            .header("If-Match", "*")
                            .body("{\"startsAt\":\"" + shop.at(1, "11:00") + "\"}")
                            .post("/api/v1/appointments/" + id + "/reschedule")
                            .then());
                    await().until(this::somebodyWaitsForALock);
                    return answer;
                });
        moving.join().statusCode(200).header("ETag", "\"3\"").body("paid.amount", equalTo(1500));
    }

    private String booked(Instant startsAt) {
        return book(as(client), shop.booking(sam, startsAt, haircut))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private boolean somebodyWaitsForALock() {
        return sql.one(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
                        row -> true)
                .isPresent();
    }

    private List<String> events(String id) {
        return sql.list("SELECT type FROM outbox WHERE subject = ? ORDER BY id", row -> row.getString(1), id);
    }
}
