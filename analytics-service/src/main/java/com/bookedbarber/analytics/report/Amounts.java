package com.bookedbarber.analytics.report;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Writes minor units as decimals, with a point and as many digits as the currency has.
 *
 * @param currency the ISO 4217 code
 */
record Amounts(String currency) {

    private static final int USUAL_DIGITS = 2;

    /** 4500 minor units are {@code 45.00} dollars and {@code 4500} yen. */
    String text(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, digits()).toPlainString();
    }

    private int digits() {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknownToJava) {
            return USUAL_DIGITS;
        }
    }
}
