package com.bookedbarber.payment.ledger;

import java.util.List;

/**
 * The entries of one ledger transaction. They add up to zero, or there is no such posting.
 *
 * @param entries two or more
 */
record Posting(List<Entry> entries) {

    Posting {
        entries = List.copyOf(entries);
        long sum = entries.stream().mapToLong(Entry::amount).sum();
        if (sum != 0 || entries.size() < 2) {
            throw new IllegalArgumentException("A posting has to balance: " + entries);
        }
    }

    /** The change of one account. */
    long of(LedgerAccount account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::amount)
                .sum();
    }

    /**
     * What happens to one account.
     *
     * @param amount minor units, not zero; debits are positive, credits negative
     */
    record Entry(LedgerAccount account, long amount) {}
}
