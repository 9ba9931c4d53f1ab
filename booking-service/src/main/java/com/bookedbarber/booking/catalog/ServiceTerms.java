package com.bookedbarber.booking.catalog;

/**
 * What one service takes and costs, a barber's own price and duration already applied.
 *
 * @param durationMinutes at least 1
 * @param bufferBeforeMinutes kept free before it, at least 0
 * @param bufferAfterMinutes kept free after it, at least 0
 * @param price minor units of the shop's currency, at least 0
 * @param deposit what has to be paid in advance
 */
public record ServiceTerms(
        int durationMinutes, int bufferBeforeMinutes, int bufferAfterMinutes, long price, Deposit deposit) {}
