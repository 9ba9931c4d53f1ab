package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TestProfile(DrainingTest.OfItsOwn.class)
class DrainingTest implements RealStoresTest {

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void shouldLetReadersAndKeptConnectionsGoOnceTheEndIsAnnounced() {
        given().get("/no-such-page").then().header("Connection", nullValue());
        String newest = newestCursor();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> feed(newest, 20));

        end.fire(new ShutdownDelayInitiatedEvent());

        assertThat(waiting.orTimeout(5, SECONDS).join().statusCode()).isEqualTo(200);
        assertThat(feed(newest, 20).jsonPath().getList("id")).isEmpty();
        given().get("/no-such-page").then().header("Connection", is("close"));
    }

    private static String newestCursor() {
        String cursor = "";
        while (true) {
            var page = feed(cursor, 0).jsonPath().<String>getList("cursor");
            if (page.isEmpty()) {
                return cursor;
            }
            cursor = page.getLast();
        }
    }

    private static Response feed(String after, int wait) {
        return given().auth()
                .oauth2(Tokens.service("analytics-service"))
                .queryParam("after", after)
                .queryParam("wait", wait)
                .get("/internal/events");
    }

    /** An end that was announced cannot be taken back, so the other tests have an application of theirs. */
    public static class OfItsOwn implements QuarkusTestProfile {}
}
