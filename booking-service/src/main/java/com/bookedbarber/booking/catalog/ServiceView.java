package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.util.UUID;

/** A service as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceView(
        UUID id,
        UUID shopId,
        String name,
        String category,
        int durationMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        Money price,
        DepositRequest deposit,
        boolean active,
        long version,
        Instant createdAt) {

    static ServiceView of(Service service) {
        return new ServiceView(
                service.id,
                service.shopId,
                service.name,
                service.category,
                service.durationMinutes,
                service.bufferBeforeMinutes,
                service.bufferAfterMinutes,
                Money.of(service.price, service.currency),
                DepositRequest.of(service.depositType, service.depositValue),
                service.active,
                service.version,
                service.createdAt);
    }
}
