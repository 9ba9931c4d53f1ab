package com.bookedbarber.user.account;

import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AccountTest implements RealStoresTest {

    private static final String ME = "/api/v1/users/me";

    @Test
    void shouldShowOnesOwnAccount() {
        Person person = Person.registered();

        person.request()
                .get(ME)
                .then()
                .statusCode(200)
                .body("id", equalTo(person.id.toString()))
                .body("email", equalTo(person.email))
                .body("name", equalTo("Test Person"))
                .body("phone", nullValue())
                .body("emailVerified", equalTo(false))
                .body("createdAt", notNullValue());
    }

    @Test
    void shouldAskForAToken() {
        given().get(ME).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void shouldChangeWhatIsGivenAndLeaveTheRest() {
        Person person = Person.registered();

        patch(person, Map.of("phone", "+44 20 7946 0000")).statusCode(200).body("name", equalTo("Test Person"));
        patch(person, Map.of("name", "Grace")).statusCode(200).body("phone", equalTo("+44 20 7946 0000"));

        person.request().get(ME).then().body("name", equalTo("Grace")).body("phone", equalTo("+44 20 7946 0000"));
    }

    @Test
    void shouldRemoveAPhoneNumber() {
        Person person = Person.registered();
        patch(person, Map.of("phone", "123"));

        patch(person, Map.of("phone", "")).statusCode(200).body("phone", nullValue());
    }

    @Test
    void shouldRefuseABlankName() {
        patch(Person.registered(), Map.of("name", "  ")).statusCode(400).body("errors.field", hasItems("name"));
    }

    @Test
    void shouldTellOtherServicesWhoSomebodyIs() {
        Person person = Person.registered();

        Person.service()
                .get("/internal/users/" + person.id)
                .then()
                .statusCode(200)
                .body("userId", equalTo(person.id.toString()))
                .body("email", equalTo(person.email))
                .body("name", equalTo("Test Person"))
                .body("emailVerified", equalTo(false));
    }

    @Test
    void shouldNotTellAnybodyElse() {
        Person person = Person.registered();

        person.request().get("/internal/users/" + person.id).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .get("/internal/users/" + person.id)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldAnswer404ForAnUnknownUser() {
        Person.service().get("/internal/users/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void shouldHaveNoAccountForAService() {
        Person.service().get(ME).then().statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse patch(Person person, Map<String, Object> change) {
        return person.request().body(change).patch(ME).then();
    }
}
