package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.availability.Visit;
import com.bookedbarber.booking.catalog.ServiceTerms;
import com.bookedbarber.booking.catalog.VisitTotals;
import com.bookedbarber.booking.diary.BookableBarber;
import com.bookedbarber.booking.diary.OfferedService;

import java.util.List;

/**
 * A barber who could take a visit, and what it comes to with them.
 *
 * @param services what would be done
 * @param visit what it takes of the barber's time
 * @param price minor units
 * @param deposit minor units
 * @param explanation why the barber was chosen, for the audit trail; null if the client did
 */
record Choice(
        BookableBarber barber,
        List<BookedService> services,
        Visit visit,
        long price,
        long deposit,
        String explanation) {

    /** A visit as the catalogue has it now. */
    static Choice of(BookableBarber barber, List<OfferedService> services) {
        VisitTotals totals = barber.totalsOf(services);
        return new Choice(
                barber,
                services.stream().map(service -> line(barber, service)).toList(),
                totals.visit(),
                totals.price(),
                totals.deposit(),
                null);
    }

    /** A visit as it was agreed, whatever has become of the catalogue. */
    static Choice asAgreed(BookableBarber barber, Appointment appointment) {
        Charges charges = appointment.charges();
        return new Choice(
                barber, appointment.services(), appointment.time().visit(), charges.price(), charges.deposit(), null);
    }

    Choice because(String why) {
        return new Choice(barber, services, visit, price, deposit, why);
    }

    private static BookedService line(BookableBarber barber, OfferedService service) {
        ServiceTerms terms = barber.termsOf(service);
        return new BookedService(service.id(), service.name(), terms.price(), terms.durationMinutes());
    }
}
