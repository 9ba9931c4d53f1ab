package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static com.bookedbarber.booking.TestShop.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** What can happen to an appointment after it was booked. */
@QuarkusTest
class MovesTest implements RealStoresTest {

    @Inject
    Sql sql;

    @TestHTTPResource
    URI service;

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
    void shouldNeedTheVersionThatTheCallerHasSeen() {
        String id = booked(shop.at(1, "10:00"));
        as(client).post("/api/v1/appointments/" + id + "/cancel").then().statusCode(428);
        move(client, id, 7, "cancel", "").statusCode(412).body("type", endsWith("version-stale"));
        move(client, id, 1, "cancel", "")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
    }

    @Test
    void shouldFindTheAppointmentThatGoesToAnotherBarberWhileItsLockIsWaitedFor() {
        UUID kim = shop.barber(haircut);
        String id = booked(shop.at(1, "10:00"));
        CompletableFuture<Integer> cancelling = QuarkusTransaction.requiringNew()
                .call(() -> {
                    sql.update(
                            "UPDATE appointment SET barber_id = ?, version = 2 WHERE id = ?", kim, UUID.fromString(id));
                    CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                            () -> move(client, id, 1, "cancel", "").extract().statusCode());
                    await().until(this::somebodyWaitsForALock);
                    return answer;
                });
        assertThat(cancelling.join()).isEqualTo(412);
    }

    private boolean somebodyWaitsForALock() {
        return sql.one(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
                        row -> true)
                .isPresent();
    }

    @Test
    void shouldGoThroughAWholeVisit() {
        String id = bookedInThePast();
        move(shop.owner(), id, 1, "check-in", "").statusCode(200).body("status", equalTo("checked-in"));
        move(shop.owner(), id, 2, "complete", "").statusCode(200).body("status", equalTo("completed"));
        move(shop.owner(), id, 3, "cancel", "")
                .statusCode(409)
                .body("type", endsWith("illegal-state"))
                .body("currentStatus", equalTo("completed"));
        assertThat(events(id))
                .containsExactly(
                        "booking.appointment.confirmed",
                        "booking.appointment.checked-in",
                        "booking.appointment.completed");
        assertThat(trail(id))
                .containsExactly(
                        "book:null>confirmed", "check-in:confirmed>checked-in", "complete:checked-in>completed");
    }

    @Test
    void shouldNotCompleteOrMissAVisitBeforeItStarts() {
        String id = booked(shop.at(1, "10:00"));
        move(shop.owner(), id, 1, "complete", "").statusCode(409).body("currentStatus", equalTo("confirmed"));
        move(shop.owner(), id, 1, "no-show", "").statusCode(409);
    }

    @Test
    void shouldLetOnlyStaffCheckInCompleteAndMiss() {
        String id = bookedInThePast();
        move(client, id, 1, "check-in", "").statusCode(403);
        move(client, id, 1, "complete", "").statusCode(403);
        move(client, id, 1, "no-show", "").statusCode(403);
        move(shop.staff("barber"), id, 1, "no-show", "").statusCode(200).body("status", equalTo("no-show"));
    }

    @Test
    void shouldCancelForWhatThePreviewSaid() {
        Instant start = shop.at(1, "10:00");
        String id = booked(start);
        // Tomorrow at ten is more than a day ahead until ten today.
        boolean aDayAhead = Duration.between(Instant.now(), start).compareTo(Duration.ofHours(24)) >= 0;
        as(client)
                .get("/api/v1/appointments/" + id + "/cancellation-preview")
                .then()
                .statusCode(200)
                .body("refund.amount", equalTo(0))
                .body("tier.fee.amount", equalTo(aDayAhead ? 1000 : 2500));
        move(client, id, 1, "cancel", "{\"reason\":\"ill\"}")
                .statusCode(200)
                .body("refund.amount", equalTo(0))
                .body("fee.amount", equalTo(0));
        as(client)
                .get("/api/v1/appointments/" + id + "/cancellation-preview")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldLetOnlyManagementCallItAnEmergency() {
        String id = booked(shop.at(1, "10:00"));
        move(client, id, 1, "cancel", "{\"emergency\":true}").statusCode(403);
        move(shop.staff("manager"), id, 1, "cancel", "{\"emergency\":true}").statusCode(200);
    }

    @Test
    void shouldCancelWithoutAnyBody() throws Exception {
        String id = booked(shop.at(1, "10:00"));
        HttpRequest bare = HttpRequest.newBuilder(service.resolve("/api/v1/appointments/" + id + "/cancel"))
                .header("Authorization", "Bearer " + client)
                .header("If-Match", "\"1\"")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(bare, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void shouldPublishTheAppointmentAsACalendarFile() {
        String id = booked(shop.at(1, "10:00"));
        as(client)
                .get("/api/v1/appointments/" + id + ".ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .header("ETag", "\"1\"")
                .body(containsString("UID:" + id), containsString("SEQUENCE:1"), containsString("METHOD:PUBLISH"));
    }

    private String booked(Instant startsAt) {
        return book(as(client), shop.booking(sam, startsAt, haircut))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String bookedInThePast() {
        return book(shop.asOwner(), shop.booking(sam, shop.at(-1, "10:00"), haircut))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> events(String id) {
        return sql.list("SELECT type FROM outbox WHERE subject = ? ORDER BY id", row -> row.getString(1), id);
    }

    private List<String> trail(String id) {
        return sql.list(
                "SELECT action || ':' || coalesce(from_status, 'null') || '>' || to_status FROM appointment_audit"
                        + " WHERE appointment_id = ?::uuid ORDER BY id",
                row -> row.getString(1),
                id);
    }
}
