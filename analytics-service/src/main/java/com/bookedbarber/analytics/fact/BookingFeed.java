package com.bookedbarber.analytics.fact;

import com.bookedbarber.analytics.hours.BarberHours;
import com.bookedbarber.analytics.hours.DatesChanged;
import com.bookedbarber.analytics.hours.HoursChanged;
import com.bookedbarber.analytics.rollup.Rollups;
import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes in what the booking-service tells: a page at a time, because sums are changed once for all of it. */
@ApplicationScoped
class BookingFeed implements FeedHandler {

    private static final String APPOINTMENT = "booking.appointment.";

    private final AppointmentIntake appointments;
    private final Names names;
    private final BarberHours hours;
    private final Rollups rollups;
    private final ShopZones zones;
    private final ObjectMapper json;

    BookingFeed(
            AppointmentIntake appointments,
            Names names,
            BarberHours hours,
            Rollups rollups,
            ShopZones zones,
            ObjectMapper json) {
        this.appointments = appointments;
        this.names = names;
        this.hours = hours;
        this.rollups = rollups;
        this.zones = zones;
        this.json = json;
    }

    @Override
    public String source() {
        return "booking-service";
    }

    @Override
    public void handle(CloudEvent event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<CloudEvent> events) {
        List<AppointmentSnapshot> snapshots = new ArrayList<>();
        Set<UUID> touched = new HashSet<>();
        for (CloudEvent event : events) {
            if (event.getType().startsWith(APPOINTMENT)) {
                snapshots.add(Events.data(event, AppointmentSnapshot.class, json));
            } else {
                touched.addAll(takeIn(event));
            }
        }
        if (!snapshots.isEmpty()) {
            names.mentioned(snapshots);
            appointments.takeIn(snapshots);
            snapshots.forEach(snapshot -> touched.add(snapshot.shopId()));
        }
        rollups.touch(touched);
    }

    /** The shops of which something changed. */
    private Set<UUID> takeIn(CloudEvent event) {
        return switch (event.getType()) {
            case "booking.barber.changed" -> {
                Names.BarberChanged changed = Events.data(event, Names.BarberChanged.class, json);
                names.barberChanged(changed);
                yield Set.of(changed.shopId());
            }
            case "booking.service.changed" -> {
                Names.ServiceChanged changed = Events.data(event, Names.ServiceChanged.class, json);
                names.serviceChanged(changed);
                yield Set.of(changed.shopId());
            }
            case "booking.barber.hours" -> {
                HoursChanged changed = Events.data(event, HoursChanged.class, json);
                ZoneId zone = zones.of(changed.shopId());
                hours.learn(changed, LocalDate.ofInstant(event.getTime().toInstant(), zone));
                yield Set.of(changed.shopId());
            }
            case "booking.hours.changed" -> {
                DatesChanged changed = Events.data(event, DatesChanged.class, json);
                hours.learn(changed);
                yield Set.of(changed.shopId());
            }
            default -> Set.of();
        };
    }
}
