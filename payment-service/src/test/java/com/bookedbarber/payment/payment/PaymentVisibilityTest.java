package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who sees which payments. */
@QuarkusTest
class PaymentVisibilityTest implements PaymentServiceTest {

    private final TestShop shop = new TestShop();

    @Test
    void shouldListTheShopsPaymentsToItsStaffInPages() {
        shop.paid("deposit");
        shop.paid("balance");

        Response first = given().auth().oauth2(shop.ownerToken).get("/api/v1/payments?limit=1&shopId={shop}", shop.id);
        first.then()
                .statusCode(200)
                .header("Link", notNullValue())
                .body("items", hasSize(1))
                .body("items[0].purpose", equalTo("balance"));
        given().auth()
                .oauth2(shop.ownerToken)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/api/v1/payments?limit=1&shopId={shop}", shop.id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].purpose", equalTo("deposit"))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopId", "appointmentId", "limit"})
    void shouldNameTheParameterAtFault(String parameter) {
        given().auth()
                .oauth2(shop.ownerToken)
                .queryParam(parameter, "abc")
                .get("/api/v1/payments")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(parameter)));
    }

    @Test
    void shouldListOnlyTheirOwnPaymentsToClients() {
        shop.paid("deposit");

        paymentsSeenBy(shop.clientToken).body("items", hasSize(1));
        paymentsSeenBy(Tokens.client(UUID.randomUUID())).body("items", hasSize(0));
    }

    @Test
    void shouldHideThePaymentsOfOthers() {
        String id = shop.paid("deposit");

        given().auth()
                .oauth2(Tokens.client(UUID.randomUUID()))
                .get("/api/v1/payments/{id}", id)
                .then()
                .statusCode(404);
        given().get("/api/v1/payments/{id}", id).then().statusCode(401);
        given().header("X-Manage-Token", "the guest's")
                .get("/api/v1/payments/{id}", id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse paymentsSeenBy(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/payments?appointmentId={id}", shop.appointment)
                .then()
                .statusCode(200);
    }
}
