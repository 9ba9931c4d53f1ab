package com.bookedbarber.booking.schedule;

import com.bookedbarber.booking.schedule.ComingDates.Picture;
import com.bookedbarber.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tells the other services when barbers work. */
@ApplicationScoped
class ScheduleEvents {

    private final Outbox outbox;
    private final ComingDates dates;

    ScheduleEvents(Outbox outbox, ComingDates dates) {
        this.outbox = outbox;
        this.dates = dates;
    }

    void weeklyChanged(UUID shopId, UUID barberId, List<HoursEntry> weekly) {
        outbox.append("booking.barber.hours", barberId, new BarberHours(barberId, shopId, weekly));
        Picture picture = dates.of(shopId, barberId);
        if (!picture.days().isEmpty()) {
            tell(shopId, barberId, null, picture);
        }
    }

    /** Hours other than the weekly ones; {@code barberId} is null for the whole shop, {@code date} for several dates. */
    void changed(UUID shopId, UUID barberId, LocalDate date) {
        tell(shopId, barberId, date, dates.of(shopId, barberId));
    }

    private void tell(UUID shopId, UUID barberId, LocalDate date, Picture picture) {
        outbox.append(
                "booking.hours.changed",
                barberId == null ? shopId : barberId,
                new HoursChanged(
                        shopId, barberId, date, picture.asOf(), picture.from(), picture.barberIds(), picture.days()));
    }

    record BarberHours(UUID barberId, UUID shopId, List<HoursEntry> weekly) {}

    record HoursChanged(
            UUID shopId,
            UUID barberId,
            LocalDate date,
            Instant asOf,
            LocalDate from,
            List<UUID> barberIds,
            List<ComingDates.Day> days) {}
}
