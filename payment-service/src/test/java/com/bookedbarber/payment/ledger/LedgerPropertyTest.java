package com.bookedbarber.payment.ledger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to the money of an appointment, the books balance. */
class LedgerPropertyTest {

    @Property(tries = 2000)
    void shouldBalanceAfterAnySequenceOfPaymentsRefundsAndTheEndOfTheVisit(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 1_000_000) Long> steps) {
        List<Posting> postings = new ArrayList<>();
        Holdings holdings = Holdings.NONE;
        long in = 0;
        long out = 0;
        boolean over = false;
        for (long step : steps) {
            Posting posting = null;
            if (step % 3 == 0) {
                posting = Ledger.payment(step + 1, step % 7, over);
                in += step + 1 + step % 7;
            } else if (step % 3 == 1 && holdings.total() > 0) {
                long amount = 1 + step % holdings.total();
                posting = Ledger.refund(holdings, amount, Math.min(amount, step % 5));
                out += amount;
            } else if (step % 10 == 2) {
                over = true;
                posting = Ledger.release(holdings, 0).orElse(null);
            }
            if (posting != null) {
                postings.add(posting);
                holdings = holdings.after(posting);
            }
            assertThat(Math.min(holdings.held(), Math.min(holdings.earned(), holdings.tips())))
                    .isNotNegative();
        }

        assertThat(postings).allSatisfy(posting -> assertThat(sum(posting)).isZero());
        assertThat(total(postings, LedgerAccount.PROVIDER_RECEIVABLE)).isEqualTo(in - out);
        assertThat(holdings.total()).isEqualTo(in - out);
        assertThat(Arrays.stream(LedgerAccount.values()).mapToLong(account -> total(postings, account)))
                .satisfies(totals -> assertThat(
                                totals.stream().mapToLong(Long::longValue).sum())
                        .isZero());
    }

    private static long sum(Posting posting) {
        return posting.entries().stream().mapToLong(Posting.Entry::amount).sum();
    }

    private static long total(List<Posting> postings, LedgerAccount account) {
        return postings.stream().mapToLong(posting -> posting.of(account)).sum();
    }
}
