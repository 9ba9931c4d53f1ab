package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Services, barbers and the shop's policy. */
@QuarkusTest
class CatalogTest implements RealStoresTest {

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
    }

    @Test
    void shouldOfferChangeAndWithdrawAService() {
        UUID id = shop.service("💈 Cut", 30, 4_000, ",\"category\":\"Hair\",\"deposit\":{\"type\":\"full\"}");
        given().get(services())
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("💈 Cut"))
                .body("items[0].deposit.type", equalTo("full"))
                .body("items[0].active", equalTo(true))
                .body("nextCursor", nullValue());
        shop.asOwner()
                .header("If-Match", "\"0\"")
                .body("{\"price\":{\"amount\":4500,\"currency\":\"USD\"}}")
                .patch("/api/v1/services/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("price.amount", equalTo(4_500))
                .body("name", equalTo("💈 Cut"));
        shop.asOwner()
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch("/api/v1/services/" + id)
                .then()
                .statusCode(412);
        given().get("/api/v1/services/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id.toString()));
        shop.asOwner().delete("/api/v1/services/" + id).then().statusCode(204);
        given().get("/api/v1/services/" + id).then().statusCode(404);
        given().get(services()).then().body("items", hasSize(0));
        assertThat(sql.list(
                        "SELECT data->>'active' FROM outbox WHERE subject = ? ORDER BY id",
                        row -> row.getString(1),
                        id.toString()))
                .containsExactly("true", "true", "false");
    }

    @Test
    void shouldPageThroughServices() {
        for (int i = 0; i < 3; i++) {
            shop.haircut();
        }
        String cursor = given().queryParam("limit", 2)
                .get(services())
                .then()
                .body("items", hasSize(2))
                .header("Link", notNullValue())
                .extract()
                .path("nextCursor");
        given().queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(services())
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"durationMinutes\":30,\"price\":{\"amount\":1,\"currency\":\"USD\"}}                    | name",
                "{\"name\":\"x\",\"price\":{\"amount\":1,\"currency\":\"USD\"}}                            | durationMinutes",
                "{\"name\":\"x\",\"durationMinutes\":0,\"price\":{\"amount\":1,\"currency\":\"USD\"}}      | durationMinutes",
                "{\"name\":\"x\",\"durationMinutes\":30}                                                   | price",
                "{\"name\":\"x\",\"durationMinutes\":30,\"price\":{\"amount\":-1,\"currency\":\"USD\"}}    | price.amount",
                "{\"name\":\"x\",\"durationMinutes\":30,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}     | price.currency",
                "{\"name\":\"x\",\"durationMinutes\":30,\"price\":{\"amount\":1,\"currency\":\"USD\"},\"deposit\":{\"type\":\"percent\",\"value\":101}} | deposit.value",
                "{\"name\":\"x\",\"durationMinutes\":30,\"price\":{\"amount\":1,\"currency\":\"USD\"},\"deposit\":{\"type\":\"some\"}} | deposit.type",
                "{\"name\":\"x\",\"durationMinutes\":\"long\",\"price\":{\"amount\":1,\"currency\":\"USD\"}} | durationMinutes",
            })
    void shouldNameTheBadFieldOfAService(String body, String field) {
        shop.asOwner().body(body).post(services()).then().statusCode(400).body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\t", "\\u0000", "\\u007f", "\\u0085"})
    void shouldTakeNoControlCharactersInNames(String control) {
        String name = "\"Sam" + control + "Kim\"";
        for (String field : List.of("name", "category")) {
            shop.asOwner()
                    .body("{\"" + field + "\":" + name + "}")
                    .post(services())
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem(field));
        }
        shop.asOwner()
                .body("{\"displayName\":" + name + "}")
                .post("/api/v1/shops/" + shop.id() + "/barbers")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("displayName"));
        shop.asOwner()
                .body("{\"displayName\":\"Sam\",\"bio\":\"One line.\\nAnd another.\"}")
                .post("/api/v1/shops/" + shop.id() + "/barbers")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldLetOnlyManagementChangeTheCatalogue() {
        as(shop.staff("barber"))
                .body("{\"name\":\"x\"}")
                .post(services())
                .then()
                .statusCode(403);
        as(TestShop.open().owner())
                .body("{\"name\":\"x\"}")
                .post(services())
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post(services())
                .then()
                .statusCode(401);
        shop.asOwner()
                .body("{}")
                .patch("/api/v1/services/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void shouldListBarbersWithWhatTheyDo() {
        UUID cut = shop.haircut();
        UUID beard = shop.service("Beard", 15, 1_500, "");
        UUID sam = shop.barber(cut);
        given().get("/api/v1/shops/" + shop.id() + "/barbers")
                .then()
                .statusCode(200)
                .body("items[0].displayName", equalTo("Sam"))
                .body("items[0].serviceIds", contains(cut.toString()));
        shop.asOwner()
                .body("{\"serviceIds\":[\"%s\"],\"bio\":\"Twenty years of fades.\"}".formatted(beard))
                .patch("/api/v1/barbers/" + sam)
                .then()
                .statusCode(200)
                .body("serviceIds", contains(beard.toString()));
        shop.asOwner()
                .body("{\"serviceIds\":[\"%s\"]}".formatted(TestShop.open().haircut()))
                .patch("/api/v1/barbers/" + sam)
                .then()
                .statusCode(404)
                .body("errors.field", hasItem("serviceIds"));
    }

    @Test
    void shouldMakeANewVersionOfABarberWithWhatTheyDo() {
        UUID cut = shop.haircut();
        String path = "/api/v1/barbers/" + shop.barber(cut);
        given().get(path).then().header("ETag", "\"0\"");

        changed(path, "0", "{\"serviceIds\":[\"%s\"]}".formatted(shop.service("Beard", 15, 1_500, "")), "1");
        changed(path, "1", "{\"bio\":\"Fades.\",\"serviceIds\":[\"%s\"]}".formatted(cut), "2");
        changed(path, "2", "{\"overrides\":[{\"serviceId\":\"%s\",\"durationMinutes\":45}]}".formatted(cut), "3");
        shop.asOwner().delete("/api/v1/services/" + cut).then().statusCode(204);
        given().get(path).then().header("ETag", "\"4\"").body("serviceIds", hasSize(0));
    }

    private void changed(String path, String seen, String body, String version) {
        shop.asOwner()
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"");
        given().get(path).then().header("ETag", "\"" + version + "\"");
    }

    @Test
    void shouldNotMakeOnePersonTwoBarbers() {
        String body = "{\"displayName\":\"Sam\",\"userId\":\"%s\"}".formatted(UUID.randomUUID());
        shop.asOwner()
                .body(body)
                .post("/api/v1/shops/" + shop.id() + "/barbers")
                .then()
                .statusCode(201);
        shop.asOwner()
                .body(body)
                .post("/api/v1/shops/" + shop.id() + "/barbers")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldHaveAPolicyBeforeAnybodyMadeOne() {
        String path = "/api/v1/shops/" + shop.id() + "/booking-policy";
        given().get(path)
                .then()
                .statusCode(200)
                .body("minNoticeMinutes", equalTo(15))
                .body("horizonDays", equalTo(30))
                .body("slotStepMinutes", equalTo(30))
                .body("holdMinutes", equalTo(10))
                .body("reminderHours", contains(24, 2))
                .body("cancellationTiers.hoursBefore", contains(48, 24, 0))
                .body("noShowFee.amount", equalTo(5_000));
        shop.policy("{\"slotStepMinutes\":15,\"cancellationPreset\":\"lenient\"}");
        given().get(path)
                .then()
                .header("ETag", "\"1\"")
                .body("slotStepMinutes", equalTo(15))
                .body("horizonDays", equalTo(30))
                .body("cancellationTiers.refundPercent", contains(100, 75, 50))
                .body("noShowFee.amount", equalTo(2_500));
        shop.asOwner()
                .body("{\"cancellationTiers\":[{\"hoursBefore\":24,\"refundPercent\":100}]}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cancellationTiers"));
        shop.asOwner()
                .body("{\"horizonDays\":-1}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("horizonDays"));
        as(shop.staff("receptionist")).body("{}").put(path).then().statusCode(403);
    }

    private String services() {
        return "/api/v1/shops/" + shop.id() + "/services";
    }
}
