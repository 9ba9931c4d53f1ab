package com.bookedbarber.user;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.awaitility.Awaitility;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that have left. */
@ApplicationScoped
public class Mails {

    private static final Pattern TOKEN = Pattern.compile("\"token\": \"([A-Za-z0-9_-]+)\"");

    private final MockMailbox mailbox;

    Mails(MockMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The token of the verification mail. */
    public String token(String email) {
        return token(email, "Verify");
    }

    /** The token in the mail with this subject. */
    public String token(String email, String subject) {
        Mail mail = mail(email, subject);
        Matcher matcher = TOKEN.matcher(mail.getText());
        if (!matcher.find()) {
            throw new AssertionError("no token in " + mail.getText());
        }
        return matcher.group(1);
    }

    /** The latest mail with this subject, once it is there. */
    public Mail mail(String email, String subject) {
        return Awaitility.await()
                .until(
                        () -> to(email).stream()
                                .filter(mail -> mail.getSubject().contains(subject))
                                .reduce((first, last) -> last),
                        Optional::isPresent)
                .orElseThrow();
    }

    public List<Mail> to(String email) {
        return List.copyOf(mailbox.getMailsSentTo(email));
    }
}
