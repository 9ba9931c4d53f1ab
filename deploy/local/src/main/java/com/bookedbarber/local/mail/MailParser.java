package com.bookedbarber.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Takes a MIME message apart. */
final class MailParser {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<KeptMail.Attachment> attachments = new ArrayList<>();

    private MailParser() {}

    static KeptMail parse(MimeMessage message, String recipient) throws MessagingException, IOException {
        var parser = new MailParser();
        parser.read(message);
        var from = message.getFrom();
        return new KeptMail(
                from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).getAddress(),
                recipient,
                message.getSubject() == null ? "" : message.getSubject(),
                Instant.now(),
                parser.text.toString(),
                parser.html.toString(),
                parser.attachments);
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (part.getFileName() == null && part.isMimeType("text/plain")) {
            text.append(textOf(part));
        } else if (part.getFileName() == null && part.isMimeType("text/html")) {
            html.append(textOf(part));
        } else {
            attachments.add(attachment(part));
        }
    }

    private static KeptMail.Attachment attachment(Part part) throws MessagingException, IOException {
        var type = part.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        var name = part.getFileName() == null ? "" : part.getFileName();
        var content = type.startsWith("text/") || name.endsWith(".ics")
                ? textOf(part)
                : Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
        return new KeptMail.Attachment(name, type, content);
    }

    private static String textOf(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof String content
                ? content
                : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
