package com.bookedbarber.user.shop;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class ShopTest implements RealStoresTest {

    private static final String SHOPS = "/api/v1/shops";

    @Inject
    Mails mails;

    @Inject
    Sql sql;

    @Test
    void shouldOpenAShopAndMakeTheCallerItsOwner() {
        Person person = Person.registered();
        String slug = "fade-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> shop = Person.shop("Fade Street");
        shop.put("slug", slug);
        shop.put("address", "12 Fade Street\nBrooklyn");
        shop.put("phone", "+1 212 555 0123");

        ValidatableResponse opened = open(person, shop)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Fade Street"))
                .body("slug", equalTo(slug))
                .body("timeZone", equalTo("Europe/London"))
                .body("currency", equalTo("GBP"))
                .body("address", equalTo("12 Fade Street\nBrooklyn"))
                .body("phone", equalTo("+1 212 555 0123"))
                .body("version", equalTo(1))
                .body("createdAt", notNullValue());

        String id = opened.extract().path("id");
        opened.header("Location", equalTo("/api/v1/shops/" + id));
        person.request()
                .get(SHOPS + "/" + id + "/staff")
                .then()
                .body("items.role", equalTo(List.of("owner")))
                .body("items.userId", equalTo(List.of(person.id.toString())));
    }

    @Test
    void shouldShowAShopToEverybodyByIdAndByShortName() {
        UUID id = Person.registered().opensShop();

        String slug = given().get(SHOPS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .path("slug");

        given().get(SHOPS + "/" + slug).then().statusCode(200).body("id", equalTo(id.toString()));
    }

    @Test
    void shouldAnswer404ForAnUnknownShop() {
        given().get(SHOPS + "/" + UUID.randomUUID()).then().statusCode(404);
        given().get(SHOPS + "/no-such-shop").then().statusCode(404);
        given().get(SHOPS + "/%00").then().statusCode(404);
    }

    @Test
    void shouldRefuseAShortNameThatIsTaken() {
        Person person = Person.registered();
        Map<String, Object> shop = Person.shop("First");
        shop.put("slug", "first-" + UUID.randomUUID().toString().substring(0, 8));
        open(person, shop).statusCode(201);

        open(person, shop).statusCode(409).body("type", endsWith(":slug-taken"));
    }

    @Test
    void shouldMakeAnotherShortNameForEveryShopOfOneName() {
        Person person = Person.registered();
        String name = "Same " + UUID.randomUUID().toString().substring(0, 8);

        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slugs.add(open(person, Person.shop(name)).statusCode(201).extract().path("slug"));
        }

        assertThat(slugs).doesNotHaveDuplicates();
        assertThat(slugs.get(1)).isEqualTo(slugs.get(0) + "-2");
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus",
        "timeZone, +02:00",
        "currency, XYZ",
        "currency, usd",
        "currency, XAU",
        "slug, Not A Slug",
        "slug, a",
        "name, ''"
    })
    void shouldNameTheFieldAtFault(String field, String value) {
        Map<String, Object> shop = Person.shop("A shop");
        shop.put(field, value);

        open(Person.registered(), shop).statusCode(400).body("errors.field", hasItems(field));
    }

    @Test
    void shouldNameAllMissingFields() {
        open(Person.registered(), Map.of())
                .statusCode(400)
                .body("errors.field", hasItems("name", "timeZone", "currency"));
    }

    @Test
    void shouldAskForASignInToOpenAShop() {
        Person.post(SHOPS, Person.shop("Nobody's")).statusCode(401);
    }

    @Test
    void shouldFindShopsByAPartOfTheirNamePageByPage() {
        Person person = Person.registered();
        String word = UUID.randomUUID().toString().substring(0, 8);
        for (String name : List.of("One", "Two", "Three")) {
            open(person, Person.shop(name + " 100%_" + word + " Barbers")).statusCode(201);
        }

        ValidatableResponse first = given().queryParam("query", "%_" + word.toUpperCase(java.util.Locale.ROOT))
                .queryParam("limit", 2)
                .get(SHOPS)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .header("Link", containsString("rel=\"next\""));
        given().queryParam("query", "%_" + word)
                .queryParam("limit", 2)
                .queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get(SHOPS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", containsString("Three"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void shouldTakeWildcardsLiterally() {
        given().queryParam("query", "%no%such_shop%")
                .get(SHOPS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void shouldChangeAShopForItsOwner() {
        Person person = Person.registered();
        UUID id = person.opensShop();

        patch(person, id, "\"1\"", Map.of("name", "Renamed", "phone", "123"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Renamed"))
                .body("phone", equalTo("123"))
                .body("timeZone", equalTo("Europe/London"))
                .body("version", equalTo(2));

        assertThat(events(id)).containsExactly("user.shop.created:1", "user.shop.updated:2");
    }

    @Test
    void shouldTellNobodyOfAChangeThatChangesNothing() {
        Person person = Person.registered();
        UUID id = person.opensShop();

        patch(person, id, "*", Map.of("timeZone", "Europe/London"))
                .statusCode(200)
                .header("ETag", "\"1\"");

        assertThat(events(id)).containsExactly("user.shop.created:1");
    }

    @Test
    void shouldAskForTheVersionThatWasRead() {
        Person person = Person.registered();
        UUID id = person.opensShop();
        patch(person, id, "\"1\"", Map.of("name", "Renamed")).statusCode(200);

        person.request()
                .body(Map.of("name", "Lost update"))
                .patch(SHOPS + "/" + id)
                .then()
                .statusCode(428);
        patch(person, id, "\"1\"", Map.of("name", "Lost update"))
                .statusCode(412)
                .header("ETag", "\"2\"");
    }

    @Test
    void shouldKeepTheCurrency() {
        Person person = Person.registered();
        UUID id = person.opensShop();

        patch(person, id, "*", Map.of("currency", "EUR")).statusCode(400).body("errors.field", hasItems("currency"));
        patch(person, id, "*", Map.of("currency", "GBP")).statusCode(200);
    }

    @Test
    void shouldNotTakeAnotherShopsShortName() {
        Person person = Person.registered();
        UUID id = person.opensShop();
        String other = given().get(SHOPS + "/" + person.opensShop()).path("slug");

        patch(person, id, "*", Map.of("slug", other)).statusCode(409).body("type", endsWith(":slug-taken"));
    }

    @Test
    void shouldBeChangedByOwnersAndManagersOnly() {
        Person owner = Person.verified(mails);
        Person manager = Person.verified(mails);
        Person barber = Person.verified(mails);
        UUID id = owner.opensShop();
        owner.invites(id, manager.email, "manager").statusCode(201);
        owner.invites(id, barber.email, "barber").statusCode(201);

        patch(manager, id, "*", Map.of("phone", "1")).statusCode(200);
        patch(barber, id, "*", Map.of("phone", "2")).statusCode(403);
        patch(Person.registered(), id, "*", Map.of("phone", "3")).statusCode(403);
        patch(owner, UUID.randomUUID(), "*", Map.of("phone", "4")).statusCode(404);
    }

    @Test
    void shouldLetAnAdministratorChangeAnyShop() {
        Person admin = Person.registered();
        sql.update("UPDATE account SET admin = true WHERE id = ?", admin.id);
        UUID id = Person.registered().opensShop();

        patch(admin.signIn(), id, "*", Map.of("phone", "1")).statusCode(200);
    }

    @Test
    void shouldTellOtherServicesWhatAShopIs() {
        UUID id = Person.registered().opensShop();

        Person.service()
                .get("/internal/shops/" + id)
                .then()
                .statusCode(200)
                .body("shopId", equalTo(id.toString()))
                .body("slug", notNullValue())
                .body("timeZone", equalTo("Europe/London"))
                .body("currency", equalTo("GBP"))
                .body("version", equalTo(1));
        Person.service().get("/internal/shops/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/internal/shops/" + id).then().statusCode(401);
    }

    private List<String> events(UUID id) {
        return sql.list(
                "SELECT type || ':' || (data->>'version') FROM outbox WHERE subject = ? AND type LIKE 'user.shop.%' ORDER BY id",
                row -> row.getString(1), id.toString());
    }

    private static ValidatableResponse open(Person person, Map<String, Object> shop) {
        return person.request().body(shop).post(SHOPS).then();
    }

    private static ValidatableResponse patch(Person person, UUID id, String ifMatch, Map<String, Object> change) {
        return person.request()
                .header("If-Match", ifMatch)
                .body(change)
                .patch(SHOPS + "/" + id)
                .then();
    }
}
