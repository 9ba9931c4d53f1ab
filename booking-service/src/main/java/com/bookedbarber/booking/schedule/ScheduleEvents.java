package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tells the other services when barbers work. */
@ApplicationScoped
class ScheduleEvents {

    private final Outbox outbox;

    ScheduleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void weeklyChanged(UUID shopId, UUID barberId, List<HoursEntry> weekly) {
        outbox.append("booking.barber.hours", barberId, new BarberHours(barberId, shopId, weekly));
    }

    /** Hours other than the weekly ones; {@code barberId} is null for the whole shop, {@code date} for several dates. */
    void changed(UUID shopId, UUID barberId, LocalDate date) {
        outbox.append(
                "booking.hours.changed",
                barberId == null ? shopId : barberId,
                new HoursChanged(shopId, barberId, date));
    }

    record BarberHours(UUID barberId, UUID shopId, List<HoursEntry> weekly) {}

    record HoursChanged(UUID shopId, UUID barberId, LocalDate date) {}
}
