package com.bookedbarber.user.session;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.AdjustableClock;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class SessionTest implements RealStoresTest {

    @Inject
    AdjustableClock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    ForgetSessions forgetSessions;

    @Inject
    Sql sql;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void shouldGiveTokensThatSayWhoOneIs() {
        Person person = Person.registered();
        UUID shop = person.opensShop();

        ValidatableResponse tokens = Person.login(person.email, Person.PASSWORD)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900))
                .body("refreshToken", notNullValue());

        JsonPath claims = claims(tokens.extract().path("accessToken"));
        assertThat(claims.getString("iss")).isEqualTo("https://bookedbarber");
        assertThat(claims.getString("sub")).isEqualTo(person.id.toString());
        assertThat(claims.getList("groups")).isEqualTo(List.of("client"));
        assertThat(claims.getMap("shops")).isEqualTo(Map.of(shop.toString(), "owner"));
        assertThat(claims.getString("email")).isEqualTo(person.email);
        assertThat(claims.getBoolean("email_verified")).isFalse();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
    }

    @Test
    void shouldFindTheAddressInWhateverCase() {
        Person person = Person.registered();

        Person.login(person.email.toUpperCase(java.util.Locale.ROOT), Person.PASSWORD)
                .statusCode(200);
    }

    @Test
    void shouldRefuseAWrongPassword() {
        Person person = Person.registered();

        Person.login(person.email, "wrong password")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith(":bad-credentials"));
    }

    @Test
    void shouldAnswerForAnUnknownAddressAsForAWrongPasswordAndWorkAsHard() {
        long before = hashes();

        Person.login(Person.newEmail(), "wrong password")
                .statusCode(401)
                .body("type", endsWith(":bad-credentials"))
                .body("detail", equalTo("The e-mail address or the password is wrong."));

        assertThat(hashes() - before).isEqualTo(1);
    }

    @Test
    void shouldNameMissingFields() {
        Person.post("/api/v1/auth/login", Map.of())
                .statusCode(400)
                .body("errors.field", equalTo(List.of("email", "password")));
    }

    @Test
    void shouldRenewHashesThatWereMadeAtAnotherCost() {
        Person person = Person.registered();
        String cheap = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        sql.update("UPDATE account SET password_hash = ? WHERE id = ?", cheap, person.id);
        Person.login(person.email, "password").statusCode(200);
        assertThat(storedHash(person)).isEqualTo(cheap);

        sql.update(
                "UPDATE account SET password_hash = ? WHERE id = ?",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                person.id);
        Person.login(person.email, "password").statusCode(200);

        assertThat(storedHash(person)).contains("m=256,t=2,p=1").isNotEqualTo(cheap);
        Person.login(person.email, "password").statusCode(200);
    }

    @Test
    void shouldTradeARefreshTokenForANewPair() {
        Person person = Person.registered();

        ValidatableResponse renewed = Person.refresh(person.refreshToken).statusCode(200);

        assertThat(renewed.extract().<String>path("refreshToken")).isNotEqualTo(person.refreshToken);
        person.keep(renewed).request().get("/api/v1/users/me").then().statusCode(200);
    }

    @Test
    void shouldKnowARoleGivenSinceAfterARefresh() {
        Person person = Person.registered();
        UUID shop = person.opensShop();
        assertThat(claims(person.accessToken).getMap("shops")).isEmpty();

        person.keep(Person.refresh(person.refreshToken));

        assertThat(claims(person.accessToken).getMap("shops")).containsOnlyKeys(shop.toString());
    }

    @Test
    void shouldTakeARepeatWithinTenSecondsForADoubleClick() {
        Person person = Person.registered();
        String first = Person.refresh(person.refreshToken).extract().path("refreshToken");

        clock.advance(Duration.ofSeconds(9));
        String second =
                Person.refresh(person.refreshToken).statusCode(200).extract().path("refreshToken");

        Person.refresh(first).statusCode(200);
        Person.refresh(second).statusCode(200);
    }

    @Test
    void shouldEndTheWholeFamilyWhenAnOldTokenComesBackLater() {
        Person person = Person.registered();
        String renewed = Person.refresh(person.refreshToken).extract().path("refreshToken");

        clock.advance(Duration.ofSeconds(11));
        Person.refresh(person.refreshToken).statusCode(401).body("type", endsWith(":unauthenticated"));

        Person.refresh(renewed).statusCode(401);
    }

    @Test
    void shouldLeaveOtherFamiliesAlone() {
        Person person = Person.registered();
        String elsewhere = Person.login(person.email, Person.PASSWORD).extract().path("refreshToken");
        Person.refresh(person.refreshToken).statusCode(200);

        clock.advance(Duration.ofSeconds(11));
        Person.refresh(person.refreshToken).statusCode(401);

        Person.refresh(elsewhere).statusCode(200);
    }

    @Test
    void shouldStaySignedInForThirtyDaysFromTheLastRefresh() {
        Person person = Person.registered();
        clock.advance(Duration.ofDays(29));
        person.keep(Person.refresh(person.refreshToken).statusCode(200));
        clock.advance(Duration.ofDays(29));
        person.keep(Person.refresh(person.refreshToken).statusCode(200));

        clock.advance(Duration.ofDays(31));

        Person.refresh(person.refreshToken).statusCode(401);
    }

    @Test
    void shouldRefuseARefreshTokenThatIsNone() {
        Person.refresh("nonsense").statusCode(401);
        Person.post("/api/v1/auth/refresh", Map.of()).statusCode(400);
    }

    @Test
    void shouldEndTheSessionOnLogout() {
        Person person = Person.registered();

        logout(person.refreshToken).statusCode(204);

        Person.refresh(person.refreshToken).statusCode(401);
        logout(person.refreshToken).statusCode(204);
        logout("nonsense").statusCode(204);
    }

    @Test
    void shouldForgetSessionsThatHaveRunOut() {
        Person person = Person.registered();
        clock.advance(Duration.ofDays(31));

        forgetSessions.forget();

        assertThat(sessions(person)).isZero();
    }

    @Test
    void shouldKeepUsedTokensSoThatReuseIsNoticed() {
        Person person = Person.registered();
        Person.refresh(person.refreshToken).statusCode(200);

        clock.advance(Duration.ofDays(20));
        forgetSessions.forget();

        assertThat(sessions(person)).isEqualTo(1);
        assertThat(tokens(person)).isEqualTo(2);
    }

    @Test
    void shouldRefuseAnAccessTokenThatWasTamperedWith() {
        Person person = Person.registered();
        String[] parts = person.accessToken.split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("[\"client\"]", "[\"client\",\"admin\"]");
        String token = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        given().auth().oauth2(token).get("/api/v1/users/me").then().statusCode(401);
    }

    private static ValidatableResponse logout(String refreshToken) {
        return Person.post("/api/v1/auth/logout", Map.of("refreshToken", refreshToken));
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private long hashes() {
        return meters.get("bb.password.hash").timer().count();
    }

    private String storedHash(Person person) {
        return sql.one("SELECT password_hash FROM account WHERE id = ?", row -> row.getString(1), person.id)
                .orElseThrow();
    }

    private int sessions(Person person) {
        return sql.one("SELECT count(*) FROM session WHERE account_id = ?", row -> row.getInt(1), person.id)
                .orElseThrow();
    }

    private int tokens(Person person) {
        return sql.one(
                        "SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE account_id = ?",
                        row -> row.getInt(1),
                        person.id)
                .orElseThrow();
    }
}
