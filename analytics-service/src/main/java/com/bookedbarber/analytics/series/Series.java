package com.bookedbarber.analytics.series;

import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Figures per day, week or month.
 *
 * @param items in the order of their date: the day itself, the Monday of the week, or the first of the month
 */
record Series<T>(UUID shopId, LocalDate from, LocalDate to, Grouping groupBy, String timeZone, List<T> items) {

    static <T> Series<T> of(ShopPeriod period, Grouping grouping, List<T> items) {
        return new Series<>(
                period.shopId(),
                period.from(),
                period.to(),
                grouping,
                period.timeZone().getId(),
                items);
    }
}
