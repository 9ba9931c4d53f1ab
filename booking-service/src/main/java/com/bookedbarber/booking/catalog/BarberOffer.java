package com.bookedbarber.booking.catalog;

import java.util.UUID;

/**
 * That a barber does a service.
 *
 * @param price the barber's own price in minor units, or null for the service's
 * @param durationMinutes the barber's own duration, or null for the service's
 */
public record BarberOffer(UUID serviceId, Long price, Integer durationMinutes) {

    /** The service's terms with the barber's own price and duration. */
    public ServiceTerms applyTo(ServiceTerms terms) {
        return new ServiceTerms(
                durationMinutes == null ? terms.durationMinutes() : durationMinutes,
                terms.bufferBeforeMinutes(),
                terms.bufferAfterMinutes(),
                price == null ? terms.price() : price,
                terms.deposit());
    }
}
