package com.bookedbarber.analytics.period;

import com.bookedbarber.platform.shop.Shop;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Days of a shop.
 *
 * @param shop whose days they are: they begin and end in its zone
 * @param from the first
 * @param to the last, not before the first
 */
public record ShopPeriod(Shop shop, LocalDate from, LocalDate to) {

    /** The shop's id. */
    public UUID shopId() {
        return shop.shopId();
    }

    /** The shop's zone. */
    public ZoneId timeZone() {
        return shop.timeZone();
    }

    /** The days in order. */
    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
