package com.bookedbarber.user.token;

import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ServiceTokenTest implements RealStoresTest {

    @Test
    void shouldGiveAServiceATokenThatTheKeySetVerifies() throws Exception {
        ValidatableResponse granted = basic("booking-service", "local-booking-service", "client_credentials")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900));

        JwtClaims claims = verify(granted.extract().path("access_token"));
        assertThat(claims.getSubject()).isEqualTo("booking-service");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    }

    @Test
    void shouldPublishTheKeyThatSigns() throws Exception {
        Person person = Person.registered();

        assertThat(verify(person.accessToken).getSubject()).isEqualTo(person.id.toString());
        String header =
                new String(Base64.getUrlDecoder().decode(person.accessToken.split("\\.")[0]), StandardCharsets.UTF_8);
        assertThat(JsonPath.from(header).getString("alg")).isEqualTo("RS256");
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("keys[0].kid", equalTo(JsonPath.from(header).getString("kid")))
                .body("keys[0].d", nullValue());
    }

    @Test
    void shouldTakeTheSecretInTheBodyToo() {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "gateway")
                .formParam("client_secret", "local-gateway")
                .post("/oauth2/token")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRefuseAWrongSecretAndAnUnknownClientAlike() {
        for (String client : new String[] {"booking-service", "stranger"}) {
            basic(client, "wrong", "client_credentials")
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Basic"))
                    .body("error", equalTo("invalid_client"));
        }
        basic("stranger", "", "client_credentials").statusCode(401);
    }

    @Test
    void shouldRefuseAnotherGrant() {
        basic("gateway", "local-gateway", "password").statusCode(400).body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void shouldRefuseARequestWithoutAGrant() {
        given().formParam("scope", "x")
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void shouldServeEventsToServicesOnly() {
        Person person = Person.registered();

        String feed = Person.service()
                .get("/internal/events?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(feed).contains("\"source\":\"/user-service\"", "user.account.registered");
        person.request().get("/internal/events").then().statusCode(403);
    }

    private static ValidatableResponse basic(String client, String secret, String grant) {
        return given().auth()
                .preemptive()
                .basic(client, secret)
                .formParam("grant_type", grant)
                .post("/oauth2/token")
                .then();
    }

    private static JwtClaims verify(String token) throws Exception {
        JsonWebKeySet keys =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer("https://bookedbarber")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
