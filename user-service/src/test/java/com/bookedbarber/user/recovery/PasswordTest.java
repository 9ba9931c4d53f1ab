package com.bookedbarber.user.recovery;

import com.bookedbarber.user.AdjustableClock;
import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
class PasswordTest implements RealStoresTest {

    private static final String ANOTHER = "another good one";
    private static final String RESET = "Choose a new password";

    @Inject
    Mails mails;

    @Inject
    AdjustableClock clock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void shouldSetANewPasswordByTheMailedTokenAndSignAllDevicesOut() {
        Person person = Person.registered();

        forgot(person.email).statusCode(202);
        reset(mails.token(person.email, RESET), ANOTHER).statusCode(204);

        Person.login(person.email, Person.PASSWORD).statusCode(401);
        Person.login(person.email, ANOTHER).statusCode(200);
        Person.refresh(person.refreshToken).statusCode(401);
        mails.mail(person.email, "Your password was changed");
    }

    @Test
    void shouldCountAResetAsProofOfTheAddress() {
        Person person = Person.registered();
        forgot(person.email);

        reset(mails.token(person.email, RESET), ANOTHER).statusCode(204);

        person.request().get("/api/v1/users/me").then().body("emailVerified", equalTo(true));
    }

    @Test
    void shouldAnswerForAnUnknownAddressAsForAKnownOneAndMailNobody() {
        Person known = Person.registered();
        String unknown = Person.newEmail();

        String answer = forgot(unknown).statusCode(202).extract().asString();
        String other = forgot(known.email).statusCode(202).extract().asString();

        assertThat(answer).isEqualTo(other);
        mails.mail(known.email, RESET);
        assertThat(mails.to(unknown)).isEmpty();
    }

    @Test
    void shouldTakeATokenOnce() {
        Person person = Person.registered();
        forgot(person.email);
        String token = mails.token(person.email, RESET);
        reset(token, ANOTHER).statusCode(204);

        reset(token, "yet another one").statusCode(400).body("errors.field", hasItems("token"));

        Person.login(person.email, ANOTHER).statusCode(200);
    }

    @Test
    void shouldTakeTheLatestTokenOnly() {
        Person person = Person.registered();
        forgot(person.email);
        String first = mails.token(person.email, RESET);
        forgot(person.email);
        Awaitility.await().until(() -> !mails.token(person.email, RESET).equals(first));

        reset(first, ANOTHER).statusCode(400);

        reset(mails.token(person.email, RESET), ANOTHER).statusCode(204);
    }

    @Test
    void shouldRefuseATokenAfterAnHour() {
        Person person = Person.registered();
        forgot(person.email);
        String token = mails.token(person.email, RESET);

        clock.advance(Duration.ofMinutes(61));

        reset(token, ANOTHER).statusCode(400);
    }

    @Test
    void shouldNotTakeAVerificationTokenForAReset() {
        Person person = Person.registered();

        reset(mails.token(person.email), ANOTHER).statusCode(400);
    }

    @Test
    void shouldRefuseABadNewPassword() {
        reset("whatever", "short").statusCode(400).body("errors.field", hasItems("password"));
    }

    @Test
    void shouldChangeAKnownPasswordAndStaySignedInHereOnly() {
        Person person = Person.registered();
        String elsewhere = Person.login(person.email, Person.PASSWORD).extract().path("refreshToken");

        change(person, Person.PASSWORD, ANOTHER).statusCode(204);

        Person.login(person.email, ANOTHER).statusCode(200);
        Person.refresh(person.refreshToken).statusCode(200);
        Person.refresh(elsewhere).statusCode(401);
    }

    @Test
    void shouldRefuseAWrongCurrentPassword() {
        Person person = Person.registered();

        change(person, "not the password", ANOTHER).statusCode(401).body("type", endsWith(":bad-credentials"));

        Person.login(person.email, Person.PASSWORD).statusCode(200);
    }

    private static ValidatableResponse forgot(String email) {
        return Person.post("/api/v1/auth/password/forgot", Map.of("email", email));
    }

    private static ValidatableResponse reset(String token, String password) {
        return Person.post("/api/v1/auth/password/reset", Map.of("token", token, "password", password));
    }

    private static ValidatableResponse change(Person person, String current, String password) {
        return person.request()
                .body(Map.of("currentPassword", current, "newPassword", password))
                .post("/api/v1/auth/password/change")
                .then();
    }
}
