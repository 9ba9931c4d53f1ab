package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static com.bookedbarber.payment.TestShop.money;
import static com.bookedbarber.payment.TestShop.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Money that goes where the end of an appointment sends it, without anybody asking. */
@QuarkusTest
class AutomaticRefundTest implements PaymentServiceTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Sql sql;

    private final TestShop shop = new TestShop();

    @Test
    void shouldRefundByItselfWhenTheAppointmentIsCancelled() {
        String payment = shop.paid("deposit");

        shop.publishEnd("cancelled", 700);

        await().atMost(SOON).untilAsserted(() -> shop.get(payment).then().body("refunded.amount", equalTo(700)));
        assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-300);
        assertThat(shop.balance(sql, "deposits_held")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"cancelled, 700, 300", "no-show, -1, 1000"})
    void shouldGiveTheTipBackForAVisitThatNeverWas(String status, long refund, long kept) {
        String payment = shop.post(newKey(), shop.paymentWithTip("deposit", "tok_visa", 200))
                .path("id");

        shop.publishEnd(status, refund);

        await().atMost(SOON)
                .untilAsserted(() -> shop.get(payment).then().body("refunded.amount", equalTo((int) (1200 - kept))));
        assertThat(shop.balance(sql, "tips_payable")).isZero();
        assertThat(shop.balance(sql, "deposits_held")).isZero();
        assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-kept);
    }

    @Test
    void shouldSpreadARefundOverThePaymentsNewestFirst() {
        String deposit = shop.paid("deposit");
        String balance = shop.paid("balance");

        shop.publishEnd("cancelled", 4000);

        await().atMost(SOON).untilAsserted(() -> {
            shop.get(balance).then().body("refunded.amount", equalTo(3500));
            shop.get(deposit).then().body("refunded.amount", equalTo(500));
        });
        assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-500);
    }

    @Test
    void shouldGiveTheDepositToTheShopWhenTheClientDoesNotCome() {
        shop.paid("deposit");

        shop.publishEnd("no-show", -1);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-1000));
    }

    @Test
    void shouldGiveTheShopWhatItHasEarnedWhenTheVisitIsOver() {
        shop.paid("deposit");
        shop.publishEnd("completed", -1);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-1000));

        shop.appointmentIs("completed", 4500, 1000, 1000);
        shop.paid("balance");

        assertThat(shop.balance(sql, "shop_payable")).isEqualTo(-4500);
        assertThat(shop.balance(sql, "deposits_held")).isZero();
    }

    @Test
    void shouldRefundMoneyThatNobodyWants() {
        String payment = shop.post(newKey(), shop.paymentWithTip("deposit", "tok_visa", 200))
                .path("id");

        Neighbours.instance()
                .publish(
                        "booking-service",
                        "booking.payment.unwanted",
                        shop.appointment.toString(),
                        "{\"appointmentId\":\"%s\",\"shopId\":\"%s\",\"paymentId\":\"%s\",\"amount\":%s}"
                                .formatted(shop.appointment, shop.id, payment, money(1000)));

        await().atMost(SOON).untilAsserted(() -> shop.get(payment).then().body("refunded.amount", equalTo(1200)));
        assertThat(shop.balance(sql, "provider_receivable")).isZero();
    }
}
