package com.bookedbarber.payment.ledger;

/**
 * Where the money of one appointment lies; all in minor units, none negative.
 *
 * @param held paid for a visit that is not over yet
 * @param earned the shop's
 * @param tips for whoever cut the hair
 */
record Holdings(long held, long earned, long tips) {

    static final Holdings NONE = new Holdings(0, 0, 0);

    long total() {
        return held + earned + tips;
    }

    /** The holdings after a posting. */
    Holdings after(Posting posting) {
        return new Holdings(
                held - posting.of(LedgerAccount.DEPOSITS_HELD),
                earned - posting.of(LedgerAccount.SHOP_PAYABLE),
                tips - posting.of(LedgerAccount.TIPS_PAYABLE));
    }
}
