package com.bookedbarber.booking.cancellation;

import com.bookedbarber.booking.cancellation.CancellationOutcome.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CancellationPolicyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant START = Instant.parse("2026-06-10T14:00:00Z");
    private static final long PAID = 10_000;

    private static final CancellationPolicy STANDARD = CancellationPolicy.standard(USD);

    @ParameterizedTest
    @CsvSource({"PT72H,10000,0", "PT48H,10000,0", "PT47H59M59S,4000,1000", "PT24H,4000,1000", "PT23H59M59S,0,2500"})
    void shouldRefundByTheStandardTiers(Duration notice, long refund, long fee) {
        assertOutcome(STANDARD.refundFor(cancelled(notice, PAID)), refund, fee);
    }

    @ParameterizedTest
    @CsvSource({"PT24H,10000,0", "PT23H59M,7500,0", "PT12H,7500,0", "PT11H59M,5000,0", "PT-1H,5000,0"})
    void shouldRefundByTheLenientTiers(Duration notice, long refund, long fee) {
        assertOutcome(CancellationPolicy.lenient(USD).refundFor(cancelled(notice, PAID)), refund, fee);
    }

    @ParameterizedTest
    @CsvSource({"PT72H,6500,1000", "PT71H59M,0,2500", "PT48H,0,2500", "PT47H59M,0,5000"})
    void shouldRefundByTheStrictTiers(Duration notice, long refund, long fee) {
        assertOutcome(CancellationPolicy.strict(USD).refundFor(cancelled(notice, PAID)), refund, fee);
    }

    @Test
    void shouldRefundHalfBetween48And24HoursRoundedHalfUpBeforeTheFee() {
        assertOutcome(STANDARD.refundFor(cancelled(Duration.ofHours(30), 4_501)), 2_251 - 1_000, 1_000);
    }

    @Test
    void shouldNeverRefundLessThanNothing() {
        assertOutcome(STANDARD.refundFor(cancelled(Duration.ofHours(30), 1_500)), 0, 1_000);
    }

    @Test
    void shouldNeverChargeMoreThanWasPaid() {
        assertOutcome(STANDARD.refundFor(cancelled(Duration.ofHours(1), 2_000)), 0, 2_000);
        assertOutcome(STANDARD.refundFor(cancelled(Duration.ofHours(1), 0)), 0, 0);
    }

    @Test
    void shouldTakeTheLastTierAfterTheStart() {
        CancellationOutcome outcome = STANDARD.refundFor(cancelled(Duration.ofMinutes(-5), PAID));

        assertOutcome(outcome, 0, 2_500);
        assertThat(outcome.tier().hoursBefore()).isZero();
    }

    @Test
    void shouldKeepNoShowsByTheirOwnFee() {
        assertOutcome(STANDARD.refundForNoShow(PAID), 0, 5_000);
        assertOutcome(CancellationPolicy.lenient(USD).refundForNoShow(PAID), 5_000 - 2_500, 2_500);
        assertOutcome(CancellationPolicy.strict(USD).refundForNoShow(PAID), 0, 10_000);
        assertOutcome(STANDARD.refundForNoShow(2_000), 0, 2_000);
    }

    @Test
    void shouldLetAFirstVisitGoForNothingUntilItStarts() {
        CancellationPolicy graceful = new CancellationPolicy(STANDARD.tiers(), STANDARD.noShowFee(), true);

        CancellationOutcome before =
                graceful.refundFor(new Cancellation(PAID, START, START.minusSeconds(60), true, false));
        CancellationOutcome after =
                graceful.refundFor(new Cancellation(PAID, START, START.plusSeconds(60), true, false));
        CancellationOutcome regular =
                graceful.refundFor(new Cancellation(PAID, START, START.minusSeconds(60), false, false));

        assertOutcome(before, PAID, 0);
        assertThat(before.ground()).isEqualTo(Ground.FIRST_VISIT_GRACE);
        assertOutcome(after, 0, 2_500);
        assertOutcome(regular, 0, 2_500);
    }

    @Test
    void shouldRefundAllInAnEmergency() {
        CancellationOutcome outcome =
                STANDARD.refundFor(new Cancellation(PAID, START, START.minusSeconds(60), false, true));

        assertOutcome(outcome, PAID, 0);
        assertThat(outcome.ground()).isEqualTo(Ground.EMERGENCY);
    }

    @Test
    void shouldCountTheFeesOfThePresetsInUnitsOfTheCurrency() {
        assertThat(CancellationPolicy.standard(Currency.getInstance("JPY")).noShowFee())
                .isEqualTo(50);
        assertThat(CancellationPolicy.standard(Currency.getInstance("KWD")).noShowFee())
                .isEqualTo(50_000);
    }

    @Test
    void shouldAcceptTiersInAnyOrder() {
        CancellationTier late = new CancellationTier(0, 0, 0);
        CancellationTier early = new CancellationTier(24, 100, 0);

        assertThat(new CancellationPolicy(List.of(late, early), 0, false).tiers())
                .containsExactly(early, late);
    }

    @Test
    void shouldRefusePoliciesWithoutAnAnswerForEveryNotice() {
        CancellationTier day = new CancellationTier(24, 100, 0);
        CancellationTier late = new CancellationTier(0, 0, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationPolicy(List.of(day), 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationPolicy(List.of(late, late), 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationPolicy(List.of(late), -1, false));
    }

    private static Cancellation cancelled(Duration notice, long paid) {
        return new Cancellation(paid, START, START.minus(notice), false, false);
    }

    private static void assertOutcome(CancellationOutcome outcome, long refund, long fee) {
        assertThat(outcome)
                .extracting(CancellationOutcome::refund, CancellationOutcome::fee)
                .containsExactly(refund, fee);
        assertThat(outcome.fee()).isLessThanOrEqualTo(outcome.kept());
    }
}
