package com.bookedbarber.user;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** Somebody who uses the service over HTTP, as a client would. */
public final class Person {

    public static final String PASSWORD = "correct horse battery";

    public final String email;
    public final UUID id;
    public String accessToken;
    public String refreshToken;

    private Person(String email, UUID id) {
        this.email = email;
        this.id = id;
    }

    /** Registers somebody nobody has heard of, and signs them in. */
    public static Person registered() {
        return registered(newEmail());
    }

    public static Person registered(String email) {
        String id = post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD, "name", "Test Person"))
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(email, UUID.fromString(id)).signIn();
    }

    /** As {@link #registered}, with the address verified by the mailed token. */
    public static Person verified(Mails mails) {
        Person person = registered();
        post("/api/v1/auth/verify-email", Map.of("token", mails.token(person.email)))
                .statusCode(204);
        return person.signIn();
    }

    public static String newEmail() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    public Person signIn() {
        return keep(login(email, PASSWORD).statusCode(200));
    }

    public Person keep(ValidatableResponse tokens) {
        accessToken = tokens.extract().path("accessToken");
        refreshToken = tokens.extract().path("refreshToken");
        return this;
    }

    public RequestSpecification request() {
        return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
    }

    public UUID opensShop() {
        String shop = request()
                .body(shop("Shop of " + id))
                .post("/api/v1/shops")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(shop);
    }

    public ValidatableResponse invites(UUID shop, String invited, String role) {
        return request()
                .body(Map.of("email", invited, "role", role))
                .post("/api/v1/shops/" + shop + "/staff")
                .then();
    }

    public static Map<String, Object> shop(String name) {
        return new HashMap<>(Map.of("name", name, "timeZone", "Europe/London", "currency", "GBP"));
    }

    public static ValidatableResponse login(String email, String password) {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    public static ValidatableResponse refresh(String refreshToken) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    /** Another service of the suite. */
    public static RequestSpecification service() {
        String token = given().auth()
                .preemptive()
                .basic("booking-service", "local-booking-service")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token);
    }
}
