package com.bookedbarber.load.history;

import java.time.Instant;
import java.util.UUID;

/** An appointment of the history, past or yet to come; without buffers. */
public record PastVisit(
        UUID id,
        GeneratedShop shop,
        GeneratedShop.Barber barber,
        GeneratedShop.Client client,
        GeneratedShop.Service service,
        Instant startsAt,
        Instant endsAt,
        String status,
        Instant createdAt) {

    /** Whether it keeps its time: no two of a barber's may overlap that do. */
    public boolean isLive() {
        return status.equals("completed") || status.equals("confirmed");
    }
}
