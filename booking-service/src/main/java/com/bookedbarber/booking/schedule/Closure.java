package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.page.Cursor;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Local dates on which the whole shop is closed, both included. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Closure(UUID id, LocalDate from, LocalDate to, String reason) {

    /** Where a page that ends with it goes on: by its first day, as if that were one of UTC. */
    Cursor cursor() {
        return new Cursor(from.atStartOfDay(ZoneOffset.UTC).toInstant(), id);
    }
}
