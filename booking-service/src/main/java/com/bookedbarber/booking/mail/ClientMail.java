package com.bookedbarber.booking.mail;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.calendar.Invitation;
import com.bookedbarber.platform.mail.Mail;
import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;

/** Queues mails to clients about their appointments, each at most once; joins the running transaction. */
@ApplicationScoped
public class ClientMail {

    private final LetterWriter writer;
    private final Invitation invitation;
    private final MailQueue mails;
    private final ShopDirectory shops;
    private final Sql sql;
    private final Template html;
    private final Template text;

    ClientMail(
            LetterWriter writer,
            Invitation invitation,
            MailQueue mails,
            ShopDirectory shops,
            Sql sql,
            @Location("letter.html") Template html,
            @Location("letter.txt") Template text) {
        this.writer = writer;
        this.invitation = invitation;
        this.mails = mails;
        this.shops = shops;
        this.sql = sql;
        this.html = html;
        this.text = text;
    }

    /**
     * Says that it is on.
     *
     * @param kind tells this mail from the others about the appointment; a second one of a kind is not sent
     */
    public void confirmed(Appointment appointment, String kind) {
        send(appointment, kind, writer.confirmed(appointment, shop(appointment)), "REQUEST");
    }

    /** Says that it has moved. */
    public void changed(Appointment appointment, String kind) {
        send(appointment, kind, writer.changed(appointment, shop(appointment)), "REQUEST");
    }

    /** Says that it is off. */
    public void cancelled(Appointment appointment, String kind) {
        send(appointment, kind, writer.cancelled(appointment, shop(appointment)), "CANCEL");
    }

    /** Reminds the client, who can end that with one click (RFC 8058). */
    public void reminder(Appointment appointment, String kind) {
        send(appointment, kind, writer.reminder(appointment, shop(appointment)), "REQUEST");
    }

    private void send(Appointment appointment, String kind, Letter letter, String method) {
        String to = appointment.client().email();
        if (to == null || !isNew(appointment, kind)) {
            return;
        }
        Mail.Attachment calendar = new Mail.Attachment(
                "appointment.ics",
                "text/calendar; method=" + method + "; charset=UTF-8",
                invitation.mailed(appointment));
        mails.send(new Mail(
                to,
                letter.subject(),
                text.data("letter", letter).render(),
                html.data("letter", letter).render(),
                List.of(calendar),
                headers(letter)));
    }

    private static Map<String, String> headers(Letter letter) {
        return letter.optOutUrl() == null
                ? Map.of()
                : Map.of(
                        "List-Unsubscribe",
                        "<" + letter.optOutUrl() + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click");
    }

    private boolean isNew(Appointment appointment, String kind) {
        return sql.update(
                        "INSERT INTO appointment_notice (appointment_id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        appointment.id(),
                        kind)
                == 1;
    }

    private Shop shop(Appointment appointment) {
        return shops.require(appointment.shopId());
    }
}
