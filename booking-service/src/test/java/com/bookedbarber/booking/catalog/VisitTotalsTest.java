package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.availability.Visit;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VisitTotalsTest {

    private static final ServiceTerms HAIRCUT =
            new ServiceTerms(30, 5, 10, 4_500, new Deposit(Deposit.Type.PERCENT, 20));
    private static final ServiceTerms SHAVE = new ServiceTerms(20, 15, 25, 2_000, new Deposit(Deposit.Type.FIXED, 500));

    @Test
    void shouldAddUpDurationsPricesAndDeposits() {
        VisitTotals totals = VisitTotals.of(List.of(HAIRCUT, SHAVE));

        assertThat(totals.visit().durationMinutes()).isEqualTo(50);
        assertThat(totals.price()).isEqualTo(6_500);
        assertThat(totals.deposit()).isEqualTo(900 + 500);
    }

    @Test
    void shouldCountTheOuterBuffersOnce() {
        assertThat(VisitTotals.of(List.of(HAIRCUT, SHAVE)).visit()).isEqualTo(new Visit(50, 5, 25));
        assertThat(VisitTotals.of(List.of(SHAVE, HAIRCUT)).visit()).isEqualTo(new Visit(50, 15, 10));
    }

    @Test
    void shouldFigureOutADepositByItsType() {
        assertThat(Deposit.NONE.dueOn(4_500)).isZero();
        assertThat(new Deposit(Deposit.Type.FIXED, 1_000).dueOn(4_500)).isEqualTo(1_000);
        assertThat(new Deposit(Deposit.Type.PERCENT, 50).dueOn(4_505)).isEqualTo(2_253);
        assertThat(new Deposit(Deposit.Type.FULL, 0).dueOn(4_500)).isEqualTo(4_500);
    }

    @Test
    void shouldNeverAskForMoreThanThePrice() {
        assertThat(new Deposit(Deposit.Type.FIXED, 10_000).dueOn(4_500)).isEqualTo(4_500);
    }

    @Test
    void shouldRefuseAValueThatDoesNotFitItsType() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deposit(Deposit.Type.PERCENT, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deposit(Deposit.Type.FIXED, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deposit(Deposit.Type.NONE, 5));
    }
}
