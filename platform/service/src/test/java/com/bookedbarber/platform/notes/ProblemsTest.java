package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Every failure is a problem document with a request id. */
@QuarkusTest
class ProblemsTest implements RealStoresTest {

    private final UUID shop = UUID.randomUUID();
    private final String notes = "/api/v1/shops/" + shop + "/notes";
    private final String owner = Tokens.staff(UUID.randomUUID(), shop, "owner");

    @BeforeEach
    void knowTheShop() {
        Neighbours.instance().shop(shop, "Europe/London", "GBP");
    }

    @Test
    void shouldAnswer401WithoutAToken() {
        problem(given().contentType(ContentType.JSON).body("{}").post(notes).then(), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void shouldAnswer401ToABadToken() {
        problem(
                given().auth()
                        .oauth2("not-a-token")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(notes)
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void shouldAnswer403ToAStranger() {
        String stranger = Tokens.client(UUID.randomUUID());
        problem(
                given().auth()
                        .oauth2(stranger)
                        .header("Idempotency-Key", "k")
                        .contentType(ContentType.JSON)
                        .body("{\"text\":\"x\"}")
                        .post(notes)
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void shouldAnswer404WhereThereIsNothing() {
        problem(given().get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void shouldAnswer404ToAnIdThatIsNone() {
        problem(given().get("/api/v1/shops/not-an-id/notes").then(), 404, "not-found");
    }

    @Test
    void shouldAnswer405() {
        problem(given().delete(notes).then(), 405, "method-not-allowed");
    }

    @Test
    void shouldAnswer406() {
        problem(given().accept("text/csv").get(notes).then(), 406, "not-acceptable");
    }

    @Test
    void shouldAnswer415() {
        problem(
                given().auth()
                        .oauth2(owner)
                        .contentType(ContentType.TEXT)
                        .body("x")
                        .post(notes)
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void shouldAnswer413ToABodyOverTheLimit() {
        problem(post("{\"text\":\"" + "x".repeat(1_100_000) + "\"}"), 413, "payload-too-large");
    }

    @Test
    void shouldNameTheFieldOfTheWrongType() {
        problem(post("{\"text\":\"x\",\"parts\":[{\"number\":\"seven\"}]}"), 400, "validation-failed")
                .body("errors.field", hasItem("parts[0].number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": "x", "parts": [{"number": 7.5}]}              | parts[0].number | has the wrong type or form
            {"text": "x", "parts": [{"number": 7.0}]}              | parts[0].number | has the wrong type or form
            {"text": "x", "price": {"amount": 1e3}}                | price.amount    | has the wrong type or form
            {"text": "x", "price": {"amount": null}}               | price.amount    | must be given
            {"text": "x", "price": {"currency": "USD"}}            | price.amount    | must be given
            {"text": "x", "readAt": "2026-12-01"}                  | readAt          | has the wrong type or form
            {"text": "x", "readAt": "2026-12-01T10:00"}            | readAt          | has the wrong type or form
            {"text": "x", "readAt": ""}                            | readAt          | has the wrong type or form
            {"text": "x", "readAt": 1780000000}                    | readAt          | has the wrong type or form
            """)
    void shouldTakeNothingForWhatItIsNot(String body, String field, String message) {
        problem(post(body), 400, "validation-failed")
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T10:00Z",
                "2026-12-01T10:00:00Z",
                "2026-12-01T10:00:00.5Z",
                "2026-12-01T05:00-05:00",
                "2026-12-01T15:45:00+05:45"
            })
    void shouldUnderstandEveryFormOfAnInstant(String instant) {
        given().auth()
                .oauth2(owner)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"text\": \"x\", \"readAt\": \"" + instant + "\"}")
                .post(notes)
                .then()
                .statusCode(201);
    }

    @Test
    void shouldNameTheMissingFields() {
        problem(post("{\"parts\":[{}]}"), 400, "validation-failed")
                .body("errors.field", hasItem("text"))
                .body("errors.field", hasItem("parts[0].number"));
    }

    @Test
    void shouldAnswer400ToUnreadableJson() {
        problem(post("{\"text\": "), 400, "malformed-json");
    }

    @Test
    void shouldAnswer400ToNoBody() {
        problem(
                given().auth()
                        .oauth2(owner)
                        .header("Idempotency-Key", "k")
                        .contentType(ContentType.JSON)
                        .post(notes)
                        .then(),
                400,
                "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "500", "-1", "99999999999", "abc", "5.0"})
    void shouldNameTheLimitThatIsNone(String limit) {
        problem(given().queryParam("limit", limit).get(notes).then(), 400, "validation-failed")
                .body("errors.field", hasItem("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "200", "050"})
    void shouldTakeALimitFrom1To200AndABlankOneForNone(String limit) {
        given().queryParam("limit", limit).get(notes).then().statusCode(200);
    }

    @Test
    void shouldShowNothingInternalOfAnUnexpectedFailure() {
        problem(given().get(notes + "/broken").then(), 500, "internal-error")
                .body(not(containsString("secret detail")));
    }

    @Test
    void shouldKeepAWellFormedRequestId() {
        given().header("X-Request-Id", "abc-12345678")
                .get("/nowhere")
                .then()
                .header("X-Request-Id", "abc-12345678")
                .body("requestId", equalTo("abc-12345678"));
    }

    @Test
    void shouldReplaceAnIllFormedRequestId() {
        given().header("X-Request-Id", "<script>").get(notes).then().header("X-Request-Id", not("<script>"));
    }

    private ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(owner)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(notes)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("instance", notNullValue())
                .body("requestId", notNullValue())
                .header("X-Request-Id", notNullValue());
    }
}
