package com.bookedbarber.payment.ledger;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import static com.bookedbarber.payment.TestShop.newKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** Reading a shop's books. */
@QuarkusTest
class LedgerApiTest implements PaymentServiceTest {

    private final TestShop shop = new TestShop();

    @Test
    void shouldShowBothSidesOfAPayment() {
        shop.post(newKey(), shop.paymentWithTip("deposit", "tok_visa", 200));

        Response ledger = ledger("");

        ledger.then().statusCode(200).body("items", hasSize(3)).body("items.kind", everyItem(equalTo("payment")));
        List<Integer> amounts = ledger.path("items.amount.amount");
        assertThat(amounts).containsExactlyInAnyOrder(1200, -1000, -200);
    }

    @Test
    void shouldShowBalancesThatAddUpToZero() {
        String payment = shop.paid("full");
        shop.refund(payment, "{\"reason\":\"burnt\",\"amount\":%s}".formatted(TestShop.money(1500)));

        Response balances = given().auth().oauth2(shop.ownerToken).get("/api/v1/shops/{shop}/balances", shop.id);

        balances.then()
                .statusCode(200)
                .body("items.find { it.account == 'provider_receivable' }.balance.amount", equalTo(3000))
                .body("items.find { it.account == 'deposits_held' }.balance.amount", equalTo(-3000));
        List<Integer> amounts = balances.path("items.balance.amount");
        assertThat(amounts.stream().mapToInt(Integer::intValue).sum()).isZero();
    }

    @Test
    void shouldFilterByAccountAndDate() {
        shop.paid("deposit");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

        ledger("?account=deposits_held&from=%s&to=%s".formatted(today, today))
                .then()
                .body("items", hasSize(1))
                .body("items[0].account", equalTo("deposits_held"));
        ledger("?to=" + today.minusDays(1)).then().body("items", hasSize(0));
        ledger("?from=" + today.plusDays(1)).then().body("items", hasSize(0));
        ledger("?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z").then().body("items", hasSize(0));
    }

    @Test
    void shouldShowThePagesOneAfterTheOther() {
        shop.paid("deposit");
        shop.paid("balance");

        Response first = ledger("?limit=3");
        Response second = ledger("?limit=3&cursor=" + first.<String>path("nextCursor"));

        List<String> ids = first.path("items.id");
        assertThat(ids).hasSize(3).doesNotContainAnyElementsOf(second.<List<String>>path("items.id"));
        second.then().body("items", hasSize(1)).body("nextCursor", equalTo(null));
    }

    @Test
    void shouldNameTheParameterAtFault() {
        ledger("?account=petty_cash").then().statusCode(400).body("errors.field", hasItem("account"));
        ledger("?from=yesterday").then().statusCode(400).body("errors.field", hasItem("from"));
        ledger("?to=+999999999-12-31").then().statusCode(400).body("errors.field", hasItem("to"));
    }

    @Test
    void shouldShowTheBooksToManagementOnly() {
        for (String role : List.of("barber", "receptionist")) {
            given().auth()
                    .oauth2(Tokens.staff(UUID.randomUUID(), shop.id, role))
                    .get("/api/v1/shops/{shop}/ledger", shop.id)
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(shop.clientToken)
                .get("/api/v1/shops/{shop}/balances", shop.id)
                .then()
                .statusCode(403);
        given().get("/api/v1/shops/{shop}/ledger", shop.id).then().statusCode(401);
    }

    private Response ledger(String query) {
        return given().auth().oauth2(shop.ownerToken).get("/api/v1/shops/" + shop.id + "/ledger" + query);
    }
}
