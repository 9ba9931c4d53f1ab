package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.AtOnce;
import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What happens when several people manage the same thing at the same moment: it is done, or the answer says why not. */
@QuarkusTest
class ManagementRaceTest implements RealStoresTest {

    private static final int PEOPLE = 8;

    private TestShop shop;
    private UUID haircut;
    private UUID sam;

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldReplaceABarbersHoursOneAfterTheOther() throws Exception {
        assertThat(statuses(() -> shop.hours(sam, "10:00", "12:00"))).containsOnly(200);
        given().get("/api/v1/barbers/" + sam + "/working-hours").then().body("workingHours", hasSize(7));
    }

    @Test
    void shouldChangeWhatABarberDoesOneAfterTheOther() throws Exception {
        UUID beard = shop.service("Beard", 15, 1_500, "");
        String body = "{\"serviceIds\":[\"%s\",\"%s\"]}".formatted(haircut, beard);
        assertThat(statuses(() -> shop.asOwner().body(body).patch("/api/v1/barbers/" + sam)))
                .containsOnly(200);
        given().get("/api/v1/barbers/" + sam).then().body("serviceIds", hasSize(2));
    }

    @Test
    void shouldMakeOnePersonOneBarber() throws Exception {
        String body = "{\"displayName\":\"Kim\",\"userId\":\"%s\"}".formatted(UUID.randomUUID());
        assertThat(statuses(() -> shop.asOwner().body(body).post("/api/v1/shops/" + shop.id() + "/barbers")))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void shouldTakeOneOfSeveralChangesToThePolicyThatWasRead() throws Exception {
        String path = "/api/v1/shops/" + shop.id() + "/booking-policy";
        assertThat(statuses(() -> shop.asOwner()
                        .header("If-Match", "\"0\"")
                        .body("{\"slotStepMinutes\":15}")
                        .put(path)))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        given().get(path).then().body("version", equalTo(1));
    }

    @Test
    void shouldDeleteAServiceOnce() throws Exception {
        assertThat(statuses(() -> shop.asOwner().delete("/api/v1/services/" + haircut)))
                .containsOnlyOnce(204)
                .containsOnly(204, 404);
    }

    private static List<Integer> statuses(Supplier<Response> call) throws Exception {
        return AtOnce.call(PEOPLE, person -> () -> call.get().statusCode());
    }
}
