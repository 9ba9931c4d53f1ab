package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.money.Money;

/**
 * What an account comes to.
 *
 * @param account see {@link LedgerAccount}
 * @param balance debits are positive, credits negative: what a shop is owed is a negative {@code shop_payable}
 */
public record AccountBalance(String account, Money balance) {}
