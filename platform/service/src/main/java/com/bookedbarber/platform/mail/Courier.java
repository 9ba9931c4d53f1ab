package com.bookedbarber.platform.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Hands mails to the mail server, and does not wait for its answer for ever: connections can go silent. */
@ApplicationScoped
@IfBuildProperty(name = "bb.mail", stringValue = "true")
class Courier {

    /** Servers that look closely at a mail may take a while; none of the usual ones takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Duration patience;

    @Inject
    Courier(ReactiveMailer mailer) {
        this(mailer, PATIENCE);
    }

    Courier(ReactiveMailer mailer, Duration patience) {
        this.mailer = mailer;
        this.patience = patience;
    }

    /**
     * Returns once the server has taken it.
     *
     * @throws RuntimeException if it refused or did not answer in time; then it may have taken it all the same
     */
    void deliver(Mail mail) {
        mailer.send(letter(mail)).await().atMost(patience);
    }

    private static io.quarkus.mailer.Mail letter(Mail mail) {
        io.quarkus.mailer.Mail letter = io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text());
        letter.setHtml(mail.html());
        mail.attachments()
                .forEach(file -> letter.addAttachment(
                        file.name(), file.content().getBytes(StandardCharsets.UTF_8), file.type()));
        mail.headers().forEach(letter::addHeader);
        return letter;
    }
}
