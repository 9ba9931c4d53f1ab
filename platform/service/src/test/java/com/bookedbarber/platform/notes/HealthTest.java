package com.bookedbarber.platform.notes;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.URL;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** A database that is away keeps requests from a process; it must not have the process restarted. */
@QuarkusTest
class HealthTest implements RealStoresTest {

    @TestHTTPResource(value = "/health/live", management = true)
    URL liveness;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL readiness;

    @Test
    void shouldNotAskTheDatabaseWhetherTheProcessLives() {
        given().get(liveness)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", not(hasItem(containsStringIgnoringCase("database"))));
    }

    @Test
    void shouldAskTheDatabaseWhetherItIsReady() {
        given().get(readiness)
                .then()
                .statusCode(200)
                .body("checks.name", hasItem(containsStringIgnoringCase("database")));
    }
}
