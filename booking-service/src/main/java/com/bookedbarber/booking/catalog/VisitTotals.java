package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.availability.Visit;

import java.util.List;

/**
 * What the services of one visit come to.
 *
 * @param visit the time it takes; between the services there is no buffer, so only the outer ones count: the first
 *     service's before and the last one's after
 * @param price sum of the prices in minor units
 * @param deposit sum of the deposits in minor units, each figured out on its own service's price
 */
public record VisitTotals(Visit visit, long price, long deposit) {

    /**
     * Adds up services in the order in which they are done.
     *
     * @param services at least one
     */
    public static VisitTotals of(List<ServiceTerms> services) {
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a visit has at least one service");
        }
        int duration = 0;
        long price = 0;
        long deposit = 0;
        for (ServiceTerms service : services) {
            duration = Math.addExact(duration, service.durationMinutes());
            price = Math.addExact(price, service.price());
            deposit = Math.addExact(deposit, service.deposit().dueOn(service.price()));
        }
        Visit visit = new Visit(
                duration,
                services.getFirst().bufferBeforeMinutes(),
                services.getLast().bufferAfterMinutes());
        return new VisitTotals(visit, price, deposit);
    }
}
