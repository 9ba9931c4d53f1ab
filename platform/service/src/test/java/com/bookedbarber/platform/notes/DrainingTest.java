package com.bookedbarber.platform.notes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DrainingTest {

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void shouldEndKeptConnectionsOnceTheEndIsAnnounced() {
        given().get("/no-such-page").then().header("Connection", nullValue());

        end.fire(new ShutdownDelayInitiatedEvent());

        given().get("/no-such-page").then().header("Connection", is("close"));
    }
}
