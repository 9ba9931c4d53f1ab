package com.bookedbarber.payment.ledger;

import com.bookedbarber.payment.ledger.Posting.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static com.bookedbarber.payment.ledger.LedgerAccount.DEPOSITS_HELD;
import static com.bookedbarber.payment.ledger.LedgerAccount.PROVIDER_RECEIVABLE;
import static com.bookedbarber.payment.ledger.LedgerAccount.SHOP_PAYABLE;
import static com.bookedbarber.payment.ledger.LedgerAccount.TIPS_PAYABLE;

/** Decides which accounts money moves between; all amounts in minor units. */
final class Ledger {

    private Ledger() {}

    /**
     * Money came in. Until the visit is over it is held for the client; after that it is earned at once.
     *
     * @param amount for the visit, more than zero
     * @param tip beside it, zero or more
     * @param visitOver whether the visit is over
     */
    static Posting payment(long amount, long tip, boolean visitOver) {
        return posting(
                new Entry(PROVIDER_RECEIVABLE, amount + tip),
                new Entry(visitOver ? SHOP_PAYABLE : DEPOSITS_HELD, -amount),
                new Entry(TIPS_PAYABLE, -tip));
    }

    /**
     * Money goes back to the client: the tip from the tips, the rest first from what is still held for the visit, then
     * from what the shop has earned from it. Money that has moved is always booked: where one does not suffice, the
     * next gives.
     *
     * @param amount more than zero, at most the total of the holdings
     * @param tip the part of it that gives back the tip
     */
    static Posting refund(Holdings holdings, long amount, long tip) {
        if (amount > holdings.total()) {
            throw new IllegalArgumentException("Cannot give back " + amount + " of " + holdings);
        }
        long forTheVisit = amount - Math.min(tip, holdings.tips());
        long fromHeld = Math.min(forTheVisit, holdings.held());
        long fromEarned = Math.min(forTheVisit - fromHeld, holdings.earned());
        long fromTips = amount - fromHeld - fromEarned;
        return posting(
                new Entry(PROVIDER_RECEIVABLE, -amount),
                new Entry(DEPOSITS_HELD, fromHeld),
                new Entry(SHOP_PAYABLE, fromEarned),
                new Entry(TIPS_PAYABLE, fromTips));
    }

    /**
     * The visit is over: the shop has earned what was held for it, but for refunds that are on their way.
     *
     * @param onTheirWay the sum of refunds that have begun and are not booked yet, without tips
     * @return empty if there is nothing to earn
     */
    static Optional<Posting> release(Holdings holdings, long onTheirWay) {
        long earned = holdings.held() - onTheirWay;
        return earned <= 0
                ? Optional.empty()
                : Optional.of(posting(new Entry(DEPOSITS_HELD, earned), new Entry(SHOP_PAYABLE, -earned)));
    }

    private static Posting posting(Entry... entries) {
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.amount() != 0) {
                moved.add(entry);
            }
        }
        return new Posting(moved);
    }
}
