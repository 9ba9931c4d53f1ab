package com.bookedbarber.user.mfa;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.AdjustableClock;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class SecondFactorTest implements RealStoresTest {

    @Inject
    AdjustableClock clock;

    @Inject
    Sql sql;

    private Person person;
    private byte[] secret;
    private List<String> recoveryCodes;

    @BeforeEach
    void enable() {
        person = Person.registered();
        String text = call("setup", Map.of())
                .statusCode(200)
                .body("otpauthUri", containsString("otpauth://totp/BookedBarber"))
                .extract()
                .path("secret");
        secret = Base32.decode(text);
        recoveryCodes = call("enable", Map.of("otp", code()))
                .statusCode(200)
                .body("recoveryCodes", hasSize(10))
                .extract()
                .path("recoveryCodes");
        clock.advance(Duration.ofSeconds(30));
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void shouldAskForACodeAtSignIn() {
        Person.login(person.email, Person.PASSWORD).statusCode(401).body("type", endsWith(":otp-required"));

        login(code()).statusCode(200);
    }

    @Test
    void shouldSignInOnceWithTheCodeThatEnabled() {
        person = Person.registered();
        secret = Base32.decode(call("setup", Map.of()).statusCode(200).extract().<String>path("secret"));
        String code = code();
        call("enable", Map.of("code", code)).statusCode(200);

        login(code).statusCode(200);

        login(code).statusCode(401);
    }

    @Test
    void shouldNotTellOfTheCodeWithoutThePassword() {
        Person.login(person.email, "wrong password").statusCode(401).body("type", endsWith(":bad-credentials"));
    }

    @Test
    void shouldTakeACodeOnce() {
        String code = code();
        login(code).statusCode(200);

        login(code).statusCode(401).body("type", endsWith(":bad-credentials"));
    }

    @Test
    void shouldRefuseAWrongCode() {
        login("000000".equals(code()) ? "000001" : "000000").statusCode(401).body("type", endsWith(":bad-credentials"));
    }

    @Test
    void shouldTakeEachRecoveryCodeOnce() {
        String code = recoveryCodes.getFirst();

        login(code.toLowerCase(java.util.Locale.ROOT)).statusCode(200);

        login(code).statusCode(401);
        login(recoveryCodes.getLast().replace("-", " ")).statusCode(200);
    }

    @Test
    void shouldBeDisabledWithALastCode() {
        call("disable", Map.of("otp", "12")).statusCode(400).body("errors.field", hasItems("otp"));
        call("disable", Map.of("otp", code())).statusCode(204);

        Person.login(person.email, Person.PASSWORD).statusCode(200);
        call("disable", Map.of("otp", "123456")).statusCode(409);
    }

    @Test
    void shouldNotBeSetUpAnewWhileEnabled() {
        call("setup", Map.of()).statusCode(409);
        call("enable", Map.of("otp", code())).statusCode(409);
    }

    @Test
    void shouldNotBeEnabledWithAWrongCode() {
        person = Person.registered();
        call("enable", Map.of("otp", "123456")).statusCode(409);
        call("setup", Map.of()).statusCode(200);

        call("enable", Map.of("otp", "12")).statusCode(400).body("errors.field", hasItems("otp"));

        Person.login(person.email, Person.PASSWORD).statusCode(200);
    }

    @Test
    void shouldNotKeepTheSecretInTheClear() {
        byte[] kept = sql.one(
                        "SELECT secret FROM second_factor WHERE account_id = ?", row -> row.getBytes(1), person.id)
                .orElseThrow();

        assertThat(Arrays.equals(kept, secret)).isFalse();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldGoWithTheAccount() {
        person.request().delete("/api/v1/users/me").then().statusCode(204);

        assertThat(sql.one("SELECT 1 FROM second_factor WHERE account_id = ?", row -> row.getInt(1), person.id))
                .isEmpty();
    }

    private String code() {
        return Totp.code(secret, clock.instant().getEpochSecond() / 30);
    }

    private ValidatableResponse login(String otp) {
        return Person.post(
                "/api/v1/auth/login", Map.of("email", person.email, "password", Person.PASSWORD, "otp", otp));
    }

    private ValidatableResponse call(String what, Map<String, Object> body) {
        return person.request().body(body).post("/api/v1/auth/mfa/" + what).then();
    }
}
