package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

/** The feed shows every committed event, in an order that never changes. */
@QuarkusTest
class FeedTest implements RealStoresTest {

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void shouldServeEventsAsCloudEvents() {
        String before = lastCursor();
        append("note.written");

        feed(before, 0)
                .then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json")
                .body("type", hasItem("note.written"))
                .body("subject", hasItem(subject))
                .body("source", hasItem("/booking-service"))
                .body("specversion", hasItem("1.0"))
                .body("data.number", hasItem(7));
    }

    @Test
    void shouldAnswerAWaitingReaderSoonAfterTheCommit() {
        String before = lastCursor();
        CompletableFuture<List<String>> waiting =
                CompletableFuture.supplyAsync(() -> feed(before, 20).jsonPath().getList("subject"));

        append("note.written");

        assertThat(waiting.orTimeout(5, SECONDS).join()).contains(subject);
    }

    @Test
    void shouldNotSkipAnEventThatCommitsLate() throws Exception {
        String before = lastCursor();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.append("note.late", subject, Map.of());
                    written.countDown();
                    await(mayCommit);
                }));
        written.await();
        append("note.early");

        assertThat(types(before)).doesNotContain("note.early", "note.late");
        mayCommit.countDown();
        late.join();

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(types(before)).containsSubsequence("note.late", "note.early"));
    }

    /** Whoever takes in single events would else go on behind 10 and never see 9. */
    @Test
    void shouldOrderTransactionsByNumberAndNotAsText() {
        for (String xid : List.of("10", "9", "100")) {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "INSERT INTO outbox (xid, event_id, type, subject, data) VALUES (?::xid8, ?, 'note.old', ?, '{}')",
                            xid,
                            UUID.randomUUID(),
                            subject));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "8-0";
        for (int i = 0; i < 3; i++) {
            cursor = feed(cursor, 1, 0).jsonPath().getString("[0].cursor");
            seen.add(cursor.substring(0, cursor.indexOf('-')));
        }
        assertThat(seen).containsExactly("9", "10", "100");
    }

    @Test
    void shouldShowNothingOfATransactionThatWasUndone() {
        String before = lastCursor();
        QuarkusTransaction.begin();
        outbox.append("note.undone", subject, Map.of());
        QuarkusTransaction.rollback();
        append("note.written");

        assertThat(types(before)).contains("note.written").doesNotContain("note.undone");
    }

    @Test
    void shouldBeForServicesOnly() {
        given().get("/internal/events").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.client(UUID.randomUUID()))
                .get("/internal/events")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldRefuseACursorThatIsNone() {
        feed("yesterday", 0).then().statusCode(400).body("type", endsWith(":validation-failed"));
    }

    private void append(String type) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(type, subject, Map.of("number", 7)));
    }

    private static List<String> types(String after) {
        return feed(after, 0).jsonPath().getList("type");
    }

    private static String lastCursor() {
        String cursor = "";
        while (true) {
            List<String> page = feed(cursor, 0).jsonPath().getList("cursor");
            if (page.isEmpty()) {
                return cursor;
            }
            cursor = page.getLast();
        }
    }

    private static Response feed(String after, int wait) {
        return feed(after, 100, wait);
    }

    private static Response feed(String after, int limit, int wait) {
        return given().auth()
                .oauth2(Tokens.service("analytics-service"))
                .queryParam("after", after)
                .queryParam("limit", limit)
                .queryParam("wait", wait)
                .get("/internal/events");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
