package com.bookedbarber.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes every mail the stack sends, delivers none of them, and shows them on a page. */
public final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Mailbox mailbox = new Mailbox();
    private final GreenMail smtp;
    private final MailPage page;

    private MailServer(int smtpPort, int pagePort) throws IOException {
        smtp = new GreenMail(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager().setMessageDeliveryHandler(this::keep);
        smtp.start();
        page = new MailPage(mailbox, pagePort);
    }

    /** Listens for mail on one port and serves the page and {@code /mail?to=} on the other. */
    public static MailServer start(int smtpPort, int pagePort) {
        try {
            return new MailServer(smtpPort, pagePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets every mail. */
    public void clear() {
        mailbox.clear();
    }

    private GreenMailUser keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            mailbox.keep(MailParser.parse(message.getMessage(), recipient.getEmail()));
        } catch (IOException e) {
            throw new MessagingException("unreadable mail", e);
        }
        return new Nobody(recipient.getEmail(), smtp);
    }

    @Override
    public void close() {
        page.close();
        smtp.stop();
    }

    /** GreenMail would keep a second copy in an account for each recipient, without a bound. */
    private static final class Nobody extends UserImpl {

        Nobody(String email, GreenMail smtp) {
            super(email, email, "", smtp.getManagers().getImapHostManager());
        }

        @Override
        public void deliver(MovingMessage message) {
            // Kept already.
        }
    }
}
