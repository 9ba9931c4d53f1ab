package com.bookedbarber.payment.ledger;

import org.junit.jupiter.api.Test;

import java.util.List;

import static com.bookedbarber.payment.ledger.LedgerAccount.DEPOSITS_HELD;
import static com.bookedbarber.payment.ledger.LedgerAccount.PROVIDER_RECEIVABLE;
import static com.bookedbarber.payment.ledger.LedgerAccount.SHOP_PAYABLE;
import static com.bookedbarber.payment.ledger.LedgerAccount.TIPS_PAYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LedgerTest {

    @Test
    void shouldHoldThePaymentForAVisitThatIsStillToCome() {
        Posting posting = Ledger.payment(1000, 200, false);

        assertThat(posting.of(PROVIDER_RECEIVABLE)).isEqualTo(1200);
        assertThat(posting.of(DEPOSITS_HELD)).isEqualTo(-1000);
        assertThat(posting.of(TIPS_PAYABLE)).isEqualTo(-200);
    }

    @Test
    void shouldEarnThePaymentAtOnceWhenTheVisitIsOver() {
        Posting posting = Ledger.payment(1000, 0, true);

        assertThat(posting.entries())
                .containsExactly(new Posting.Entry(PROVIDER_RECEIVABLE, 1000), new Posting.Entry(SHOP_PAYABLE, -1000));
    }

    @Test
    void shouldGiveTheTipBackFromTheTipsAndTheRestFirstFromWhatIsHeld() {
        Posting posting = Ledger.refund(new Holdings(300, 500, 200), 450, 100);

        assertThat(posting.of(TIPS_PAYABLE)).isEqualTo(100);
        assertThat(posting.of(DEPOSITS_HELD)).isEqualTo(300);
        assertThat(posting.of(SHOP_PAYABLE)).isEqualTo(50);
        assertThat(posting.of(PROVIDER_RECEIVABLE)).isEqualTo(-450);
    }

    @Test
    void shouldBookMoneyThatHasMovedWhateverItWasMeantToComeFrom() {
        Posting posting = Ledger.refund(new Holdings(300, 500, 200), 900, 0);

        assertThat(posting.of(DEPOSITS_HELD)).isEqualTo(300);
        assertThat(posting.of(SHOP_PAYABLE)).isEqualTo(500);
        assertThat(posting.of(TIPS_PAYABLE)).isEqualTo(100);
        assertThat(posting.of(PROVIDER_RECEIVABLE)).isEqualTo(-900);
    }

    @Test
    void shouldNotGiveBackWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.refund(new Holdings(300, 0, 0), 301, 0));
    }

    @Test
    void shouldKeepWhatIsOnItsWayBackWhenTheVisitIsOver() {
        assertThat(Ledger.release(new Holdings(1000, 0, 0), 700))
                .hasValueSatisfying(
                        posting -> assertThat(posting.of(SHOP_PAYABLE)).isEqualTo(-300));
        assertThat(Ledger.release(new Holdings(700, 0, 0), 700)).isEmpty();
    }

    @Test
    void shouldHaveNoPostingThatDoesNotBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting(
                        List.of(new Posting.Entry(PROVIDER_RECEIVABLE, 1000), new Posting.Entry(SHOP_PAYABLE, -999))));
    }
}
