package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.Availability;
import com.bookedbarber.booking.availability.Candidate;
import com.bookedbarber.booking.availability.DaySlots;
import com.bookedbarber.booking.availability.TimeSpans;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The use case of looking for a time: which slots of a range of days can be booked right now. */
@ApplicationScoped
public class OpenTimes {

    private final ShopReader reader;
    private final BookedDays bookedDays;

    OpenTimes(ShopReader reader, BookedDays bookedDays) {
        this.reader = reader;
        this.bookedDays = bookedDays;
    }

    /**
     * The slots of a visit.
     *
     * @param serviceIds what is to be done, in that order
     * @param barberId by whom, or null for anybody
     */
    Calendar find(UUID shopId, List<UUID> serviceIds, UUID barberId, AskedDays asked) {
        BookableShop shop = reader.readWithDiary(shopId, serviceIds, barberId, asked.earliest(), asked.latest());
        AskedDays days = asked.in(shop.zone());
        List<OfferedService> services = shop.require(serviceIds, "serviceId");
        List<BookableBarber> barbers = shop.barbersFor(services, barberId);
        Map<UUID, TimeSpans> booked = bookedDays.of(barbers);
        List<Candidate> candidates = barbers.stream()
                .map(barber -> new Candidate(
                        barber.schedule(booked.get(barber.id())),
                        barber.totalsOf(services).visit()))
                .toList();
        Availability availability = new Availability(shop.rules(), Instant.now());
        return new Calendar(shop.zone(), availability.slots(candidates, days.from(), days.to()));
    }

    /**
     * Slots by day.
     *
     * @param timeZone the shop's, in which the dates are meant
     */
    public record Calendar(
            @Schema(implementation = String.class) ZoneId timeZone, List<DaySlots> days) {}
}
