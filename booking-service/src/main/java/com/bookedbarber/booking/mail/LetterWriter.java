package com.bookedbarber.booking.mail;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.BookedService;
import com.bookedbarber.booking.appointment.Charges;
import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.booking.mail.Letter.Fact;
import com.bookedbarber.booking.text.OneLine;
import com.bookedbarber.platform.shop.Shop;
import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the words for mails about appointments. Times are the client's, and say so. */
@ApplicationScoped
class LetterWriter {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final SignedLinks links;

    LetterWriter(SignedLinks links) {
        this.links = links;
    }

    Letter confirmed(Appointment appointment, Shop shop) {
        return letter(
                "Confirmed: " + what(appointment, shop),
                appointment,
                shop,
                "your appointment is confirmed. The attached file puts it into your calendar.",
                "We look forward to seeing you.",
                false);
    }

    Letter changed(Appointment appointment, Shop shop) {
        return letter(
                "Changed: " + what(appointment, shop),
                appointment,
                shop,
                "your appointment has changed. The attached file updates your calendar.",
                "We look forward to seeing you.",
                false);
    }

    Letter reminder(Appointment appointment, Shop shop) {
        return letter(
                "Reminder: " + what(appointment, shop),
                appointment,
                shop,
                "this is a reminder of your appointment.",
                "If you cannot come, please cancel, so that somebody else can have the time.",
                true);
    }

    Letter cancelled(Appointment appointment, Shop shop) {
        Charges charges = appointment.charges();
        boolean refunds = charges.refund() != null && charges.refund() > 0;
        Letter letter = letter(
                "Cancelled: " + what(appointment, shop),
                appointment,
                shop,
                "your appointment is cancelled. The attached file takes it out of your calendar.",
                refunds
                        ? amount(charges.refund(), charges.currency()) + " will be paid back the way you paid."
                        : "We hope to see you another time.",
                false);
        return new Letter(
                letter.subject(),
                letter.greeting(),
                letter.message(),
                letter.facts(),
                letter.closing(),
                null,
                null,
                null);
    }

    private Letter letter(
            String subject, Appointment appointment, Shop shop, String message, String closing, boolean withOptOut) {
        boolean guest = appointment.client().userId() == null;
        return new Letter(
                subject,
                "Hello " + appointment.client().name(),
                message,
                facts(appointment, shop),
                closing,
                howToChange(guest, shop),
                guest ? reference(appointment) : null,
                withOptOut ? optOutUrl(appointment) : null);
    }

    private static String howToChange(boolean guest, Shop shop) {
        String phone = shop.phone() == null ? "." : ": " + shop.phone() + ".";
        return guest
                ? "To change or cancel it, contact the shop" + phone
                : "To change or cancel it, sign in where you booked it, or contact the shop" + phone;
    }

    /** As text: a link would put the token into the logs of whoever it passes. */
    private String reference(Appointment appointment) {
        return "Your reference: appointment " + appointment.id() + ", manage token "
                + links.manageToken(appointment.id()) + " (whoever knows it can change or cancel the appointment)";
    }

    private String optOutUrl(Appointment appointment) {
        return links.to("/api/v1/reminders/" + appointment.client().recordId() + "/opt-out?token="
                + links.optOutToken(appointment.client().recordId()));
    }

    private static List<Fact> facts(Appointment appointment, Shop shop) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("When", when(appointment)));
        facts.add(new Fact("What", services(appointment)));
        facts.add(new Fact("With", appointment.barberName()));
        facts.add(new Fact("Where", shop.address() == null ? shop.name() : shop.name() + ", " + shop.address()));
        Charges charges = appointment.charges();
        facts.add(new Fact("Price", amount(charges.price(), charges.currency())));
        if (charges.paid() > 0) {
            facts.add(new Fact("Paid", amount(charges.paid(), charges.currency())));
        }
        return facts;
    }

    /** In the client's zone, naming it; with the shop's time beside it where the two differ. */
    static String when(Appointment appointment) {
        ZoneId shopZone = appointment.time().zone();
        ZoneId zone = appointment.client().timeZone() == null
                ? shopZone
                : appointment.client().timeZone();
        Instant startsAt = appointment.time().startsAt();
        String text = DAY_AND_TIME.format(startsAt.atZone(zone)) + " (" + zone.getId() + ")";
        boolean same =
                zone.getRules().getOffset(startsAt).equals(shopZone.getRules().getOffset(startsAt));
        return same
                ? text
                : text + ", which is " + DAY_AND_TIME.format(startsAt.atZone(shopZone)) + " at the shop ("
                        + shopZone.getId() + ")";
    }

    private static String what(Appointment appointment, Shop shop) {
        return OneLine.of(services(appointment) + " at " + shop.name());
    }

    private static String services(Appointment appointment) {
        return appointment.services().stream().map(BookedService::name).collect(Collectors.joining(", "));
    }

    private static String amount(long minorUnits, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currency;
    }
}
