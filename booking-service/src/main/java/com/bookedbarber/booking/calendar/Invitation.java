package com.bookedbarber.booking.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.AppointmentStatus;
import com.bookedbarber.booking.appointment.BookedService;
import com.bookedbarber.booking.text.OneLine;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Appointments as iCalendar (RFC 5545, RFC 5546). The UID is the appointment's for all its life and the SEQUENCE its
 * version, so that a calendar moves or removes the entry that it has.
 */
@ApplicationScoped
public class Invitation {

    private static final String PRODUCT = "-//BookedBarber//Booking//EN";

    private final ShopDirectory shops;
    private final String sender;

    Invitation(ShopDirectory shops, @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.shops = shops;
        this.sender = address(sender);
    }

    /** The appointment to put into a calendar by hand. */
    public String published(Appointment appointment) {
        return write(List.of(event(appointment, Reader.CLIENT)), Method.PUBLISH);
    }

    /** The appointment as it goes to the client by mail: a request, or a cancellation when it is not on any more. */
    public String mailed(Appointment appointment) {
        boolean on = appointment.status().isLive();
        VEvent event = event(appointment, Reader.CLIENT);
        event.setOrganizer(new Organizer(commonName(shop(appointment).name()), sender));
        Attendee attendee = new Attendee(
                commonName(appointment.client().name()), appointment.client().email());
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        event.addAttendee(attendee);
        return write(List.of(event), on ? Method.REQUEST : Method.CANCEL);
    }

    /** Many appointments to subscribe to. */
    public String feed(List<Appointment> appointments, Reader reader) {
        return write(
                appointments.stream()
                        .map(appointment -> event(appointment, reader))
                        .toList(),
                Method.PUBLISH);
    }

    /** Whose calendar it is. */
    public enum Reader {
        CLIENT,
        BARBER
    }

    private VEvent event(Appointment appointment, Reader reader) {
        Shop shop = shop(appointment);
        String services =
                appointment.services().stream().map(BookedService::name).collect(Collectors.joining(", "));
        VEvent event = new VEvent();
        event.setUid(appointment.id() + "@bookedbarber");
        event.setSequence(Math.toIntExact(appointment.version()));
        event.setDateStart(Date.from(appointment.time().startsAt()));
        event.setDateEnd(Date.from(appointment.time().endsAt()));
        event.setStatus(status(appointment.status()));
        if (reader == Reader.BARBER) {
            event.setSummary(services + " – " + appointment.client().name());
        } else {
            event.setSummary(services + " at " + shop.name());
            event.setDescription("With " + appointment.barberName());
            event.setLocation(shop.address() == null ? shop.name() : shop.name() + ", " + shop.address());
        }
        return event;
    }

    /** A name as a parameter can hold it: RFC 5545, 3.1 allows neither line breaks nor double quotes there. */
    private static String commonName(String name) {
        return OneLine.of(name).replace('"', '\'');
    }

    private Shop shop(Appointment appointment) {
        return shops.require(appointment.shopId());
    }

    private static Status status(AppointmentStatus status) {
        if (status == AppointmentStatus.HELD) {
            return Status.tentative();
        }
        return status.isLive() ? Status.confirmed() : Status.cancelled();
    }

    private static String write(List<VEvent> events, String method) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        events.forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    /** The address in {@code Name <address>}. */
    private static String address(String sender) {
        int open = sender.indexOf('<');
        return open < 0 ? sender : sender.substring(open + 1, sender.indexOf('>', open));
    }
}
