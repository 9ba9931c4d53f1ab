package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The booking-service's events may come again; processes may die between their steps. */
@QuarkusTest
class EndedAppointmentsTest implements PaymentServiceTest {

    @Inject
    EndedAppointments ended;

    @Inject
    ResumeRefund resume;

    @Inject
    Sql sql;

    private final TestShop shop = new TestShop();
    private final UUID event = UUID.randomUUID();

    @Test
    void shouldRefundOncePerEvent() {
        String payment = shop.paid("deposit");

        cancelled(700);
        cancelled(700);

        assertThat(refunds(payment)).hasSize(1);
    }

    @Test
    void shouldRefundOnceHoweverOftenTheJobRuns() {
        String payment = shop.paid("deposit");
        cancelled(700);
        UUID refund = refunds(payment).getFirst();

        assertThat(resume.isDone(refund)).isTrue();
        assertThat(resume.isDone(refund)).isTrue();

        shop.get(payment).then().body("refunded.amount", equalTo(700));
        assertThat(sql.one(
                        "SELECT refunded FROM sandbox_charge WHERE idempotency_key = ?",
                        row -> row.getLong(1),
                        payment))
                .hasValue(700L);
    }

    @Test
    void shouldRefundWhatIsLeftWhenStaffWasFaster() {
        String payment = shop.paid("deposit");
        shop.refund(payment, "{\"amount\":%s,\"reason\":\"x\"}".formatted(TestShop.money(600)));

        cancelled(1000);
        refunds(payment).forEach(resume::isDone);

        shop.get(payment).then().body("refunded.amount", equalTo(1000));
    }

    @Test
    void shouldNotStopAtAPaymentThatNeverWas() {
        UUID unknown = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> ended.giveBack(event, unknown));

        assertThat(refunds(unknown.toString())).isEmpty();
    }

    private void cancelled(long refund) {
        Money price = Money.of(4500, TestShop.CURRENCY);
        Appointment appointment = new Appointment(
                shop.appointment,
                shop.id,
                shop.client,
                "cancelled",
                price,
                null,
                null,
                Money.of(refund, TestShop.CURRENCY));
        QuarkusTransaction.requiringNew().run(() -> ended.settle(event, appointment));
    }

    private List<UUID> refunds(String payment) {
        return sql.list(
                "SELECT id FROM refund WHERE payment_id = ?",
                row -> row.getObject("id", UUID.class),
                UUID.fromString(payment));
    }
}
