package com.bookedbarber.payment.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The accounts of a shop's books; docs/ledger.md says when each one moves. */
public enum LedgerAccount {
    /** What the payment provider owes us: charged, and not given back. */
    PROVIDER_RECEIVABLE,
    /** Paid for visits that are not over yet. */
    DEPOSITS_HELD,
    /** Earned by the shop. */
    SHOP_PAYABLE,
    /** Tips, which belong to whoever cut the hair. */
    TIPS_PAYABLE;

    /** The name in the API and in the database, such as {@code shop_payable}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The account of that name; empty if there is none. */
    public static Optional<LedgerAccount> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(account -> account.wireName().equals(wireName))
                .findFirst();
    }
}
