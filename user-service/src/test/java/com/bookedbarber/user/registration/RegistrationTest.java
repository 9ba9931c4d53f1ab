package com.bookedbarber.user.registration;

import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class RegistrationTest implements RealStoresTest {

    @Inject
    Mails mails;

    @Test
    void shouldOpenAnAccountAndMailAVerificationToken() {
        String email = Person.newEmail();

        register(email, "long enough", "Ada \uD83D\uDC88")
                .statusCode(201)
                .body("id", notNullValue())
                .body("email", equalTo(email))
                .body("name", equalTo("Ada \uD83D\uDC88"));

        Mail mail = mails.mail(email, "Verify");
        assertThat(mail.getText())
                .contains("Ada \uD83D\uDC88", "POST http://localhost:8080/api/v1/auth/verify-email\n{\"token\": \"");
        assertThat(mail.getHtml()).contains("POST http://localhost:8080/api/v1/auth/verify-email<");
    }

    @Test
    void shouldRefuseAnAddressThatIsTakenInWhateverCase() {
        Person person = Person.registered();

        register(person.email.toUpperCase(Locale.ROOT), "long enough", "Another")
                .statusCode(409)
                .body("type", endsWith(":email-taken"));
    }

    @Test
    void shouldOpenOneAccountWhenFiftyRegisterTheSameAddressAtOnce() throws Exception {
        String email = Person.newEmail();
        Callable<Integer> attempt =
                () -> register(email, "long enough", "Racer").extract().statusCode();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> attempts =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(50).toList());
            statuses = attempts.stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void shouldNameEveryFieldAtFault() {
        Person.post("/api/v1/auth/register", Map.of("email", "nobody", "password", "short"))
                .statusCode(400)
                .body("errors.field", hasItems("email", "password", "name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 129})
    void shouldRefusePasswordsShorterThan8OrLongerThan128(int length) {
        register(Person.newEmail(), "x".repeat(length), "Name")
                .statusCode(400)
                .body("errors.field", hasItems("password"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 128})
    void shouldTakePasswordsOf8To128Characters(int length) {
        register(Person.newEmail(), "x".repeat(length), "Name").statusCode(201);
    }

    @Test
    void shouldRefuseANameOfTwoLines() {
        register(Person.newEmail(), "long enough", "Ada\nBcc: all")
                .statusCode(400)
                .body("errors.field", hasItems("name"));
    }

    @Test
    void shouldVerifyByTheMailedTokenAndNotMindADoubleClick() {
        Person person = Person.registered();
        String token = mails.token(person.email);

        verify(token).statusCode(204);
        verify(token).statusCode(204);

        person.request().get("/api/v1/users/me").then().body("emailVerified", equalTo(true));
    }

    @Test
    void shouldRefuseAnUnknownToken() {
        verify("nonsense").statusCode(400).body("errors.field", hasItems("token"));
    }

    @Test
    void shouldMailAnotherVerificationToken() {
        Person person = Person.registered();
        String first = mails.token(person.email);

        person.request().post("/api/v1/auth/verify-email/resend").then().statusCode(202);

        org.awaitility.Awaitility.await().until(() -> mails.to(person.email).size(), equalTo(2));
        assertThat(mails.token(person.email)).isNotEqualTo(first);
        verify(mails.token(person.email)).statusCode(204);
    }

    @Test
    void shouldSignInBeforeVerification() {
        Person person = Person.registered();

        person.request().get("/api/v1/users/me").then().statusCode(200).body("emailVerified", equalTo(false));
    }

    private static io.restassured.response.ValidatableResponse register(String email, String password, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "password", password, "name", name));
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/register")
                .then();
    }

    private static io.restassured.response.ValidatableResponse verify(String token) {
        return Person.post("/api/v1/auth/verify-email", Map.of("token", token));
    }
}
