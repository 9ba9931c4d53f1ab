package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The figures that dashboards and alerts are made of, by the names they know. */
@QuarkusTest
class PaymentMetersTest implements PaymentServiceTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final TestShop shop = new TestShop();

    @Test
    void shouldMeasurePaymentsRefundsAndTheProvider() {
        String payment = shop.paid("deposit");
        shop.refund(payment, "{\"reason\":\"late\"}").then().statusCode(201);

        String metrics =
                given().get("http://localhost:" + managementPort + "/q/metrics").asString();

        assertThat(metrics)
                .containsPattern("bb_payments_total\\{[^}]*purpose=\"deposit\"[^}]*status=\"succeeded\"[^}]*} [1-9]")
                .containsPattern("bb_refunds_total\\{[^}]*status=\"succeeded\"[^}]*} [1-9]")
                .containsPattern(
                        "bb_provider_calls_seconds_count\\{[^}]*operation=\"charge\"[^}]*result=\"ok\"[^}]*} [1-9]")
                .doesNotContain(payment);
    }
}
