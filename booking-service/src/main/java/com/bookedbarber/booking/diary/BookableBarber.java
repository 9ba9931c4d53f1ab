package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.BarberSchedule;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.availability.WorkingHours;
import com.bookedbarber.booking.catalog.BarberOffer;
import com.bookedbarber.booking.catalog.ServiceTerms;
import com.bookedbarber.booking.catalog.VisitTotals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A barber as a booking sees them.
 *
 * @param active whether the barber takes bookings at all
 * @param offers which of the services asked for the barber does, and on which own terms
 * @param hours the weekly hours and the exceptions of the dates that were asked for
 * @param timeOff what cuts them
 * @param diary the versions of those days that ever had an appointment, in order; empty if they were not asked for
 */
public record BookableBarber(
        UUID id,
        String name,
        boolean active,
        Map<UUID, BarberOffer> offers,
        WorkingHours hours,
        TimeSpans timeOff,
        List<DayVersion> diary) {

    /** Whether the barber does all of these. */
    public boolean does(List<OfferedService> services) {
        return services.stream().allMatch(service -> offers.containsKey(service.id()));
    }

    /** The terms of a service that the barber does. */
    public ServiceTerms termsOf(OfferedService service) {
        return offers.get(service.id()).applyTo(service.terms());
    }

    /** What a visit for all of these comes to with this barber. */
    public VisitTotals totalsOf(List<OfferedService> services) {
        return VisitTotals.of(services.stream().map(this::termsOf).toList());
    }

    /** The barber's time with what is booked of it. */
    public BarberSchedule schedule(TimeSpans busy) {
        return new BarberSchedule(id, hours, timeOff, busy);
    }
}
