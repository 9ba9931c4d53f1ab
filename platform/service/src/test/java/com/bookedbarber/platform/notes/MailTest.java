package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.mail.Mail;
import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Mails leave after the commit, and only then. */
@QuarkusTest
class MailTest implements RealStoresTest {

    @Inject
    MailQueue mails;

    @Inject
    MockMailbox mailbox;

    @Inject
    Sql sql;

    private final String to = UUID.randomUUID() + "@example.com";

    @Test
    void shouldSendAfterTheCommit() {
        Mail mail = new Mail(
                to,
                "Booked",
                "text",
                "<p>html</p>",
                List.of(new Mail.Attachment("a.ics", "text/calendar", "BEGIN:VCALENDAR")),
                Map.of("X-Kind", "test"));
        UUID id = QuarkusTransaction.requiringNew().call(() -> mails.send(mail));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mailbox.getMailsSentTo(to)).hasSize(1));
        assertThat(mailbox.getMailsSentTo(to).getFirst().getAttachments()).hasSize(1);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(sql.one("SELECT state FROM mail WHERE id = ?", row -> row.getString(1), id))
                                .hasValue("sent"));
    }

    @Test
    void shouldSendNothingOfATransactionThatWasUndone() {
        QuarkusTransaction.begin();
        mails.send(Mail.of(to, "Never", "text", null));
        QuarkusTransaction.rollback();
        String later = "later-" + to;
        QuarkusTransaction.requiringNew().call(() -> mails.send(Mail.of(later, "Always", "text", null)));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mailbox.getMailsSentTo(later)).hasSize(1));
        assertThat(mailbox.getMailsSentTo(to)).isEmpty();
    }
}
