package com.bookedbarber.local.mail;

import com.bookedbarber.platform.stores.FreePort;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

/** The local stack's mail: everything that is sent can be read, by people and by programs. */
class MailServerTest {

    private final int smtpPort = FreePort.next();
    private final int pagePort = FreePort.next();
    private MailServer server;

    @BeforeEach
    void start() {
        server = MailServer.start(smtpPort, pagePort);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowTextHtmlAndCalendarOfAMail() throws Exception {
        send("ann@example.com", "Your appointment", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");

        var mail = mailsTo("ANN@example.com").get(0);

        assertThat(mail.at("/from").asText()).isEqualTo("shop@example.com");
        assertThat(mail.at("/to").asText()).isEqualTo("ann@example.com");
        assertThat(mail.at("/subject").asText()).isEqualTo("Your appointment");
        assertThat(mail.at("/receivedAt").asText()).endsWith("Z");
        assertThat(mail.at("/text").asText()).isEqualTo("See you");
        assertThat(mail.at("/html").asText()).isEqualTo("<p>See you</p>");
        assertThat(mail.at("/attachments/0/name").asText()).isEqualTo("appointment.ics");
        assertThat(mail.at("/attachments/0/type").asText()).isEqualTo("text/calendar");
        assertThat(mail.at("/attachments/0/content").asText()).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void shouldListNewestFirstAndOnlyThatRecipientsMail() throws Exception {
        send("ann+shop@example.com", "first", "");
        send("bob@example.com", "not hers", "");
        send("ann+shop@example.com", "second", "");

        assertThat(mailsTo("ann+shop@example.com").findValuesAsText("subject")).containsExactly("second", "first");
        assertThat(mailsTo("ann%2Bshop@example.com")).hasSize(2);
    }

    @Test
    void shouldNotRunWhatAMailSays() throws Exception {
        send("ann@example.com", "<script>alert(1)</script>", "");

        assertThat(read("/")).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private JsonNode mailsTo(String address) throws IOException {
        return new ObjectMapper().readTree(read("/mail?to=" + address));
    }

    private String read(String path) throws IOException {
        try (var body =
                URI.create("http://localhost:" + pagePort + path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void send(String to, String subject, String calendar) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(smtpPort));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("shop@example.com");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);

        var text = new MimeBodyPart();
        text.setText("See you");
        var html = new MimeBodyPart();
        html.setContent("<p>See you</p>", "text/html");
        var ics = new MimeBodyPart();
        ics.setContent(calendar, "text/calendar; charset=utf-8");
        ics.setFileName("appointment.ics");
        message.setContent(new MimeMultipart(text, html, ics));
        Transport.send(message);
    }
}
