package com.bookedbarber.payment.payment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AmountOwedTest {

    @Test
    void shouldOweTheDepositUntilItIsPaid() {
        assertThat(AmountOwed.of(Purpose.DEPOSIT, 4500, 1000, 0, 0)).isEqualTo(1000);
        assertThat(AmountOwed.of(Purpose.DEPOSIT, 4500, 1000, 400, 0)).isEqualTo(600);
        assertThat(AmountOwed.of(Purpose.DEPOSIT, 4500, 1000, 1000, 1000)).isZero();
    }

    @Test
    void shouldOweTheRestOfThePriceAfterTheDeposit() {
        assertThat(AmountOwed.of(Purpose.BALANCE, 4500, 1000, 1000, 1000)).isEqualTo(3500);
        assertThat(AmountOwed.of(Purpose.FULL, 4500, 1000, 0, 0)).isEqualTo(4500);
    }

    @Test
    void shouldCountWhatTheBookingServiceDoesNotKnowYet() {
        assertThat(AmountOwed.of(Purpose.BALANCE, 4500, 1000, 0, 1000)).isEqualTo(3500);
    }

    @Test
    void shouldNeverOweLessThanNothing() {
        assertThat(AmountOwed.of(Purpose.DEPOSIT, 4500, 1000, 4500, 0)).isZero();
    }
}
