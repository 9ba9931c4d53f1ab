package com.bookedbarber.platform.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;
import java.util.Map;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param text the plain part, always given
 * @param html the HTML part, or null
 * @param attachments files that go with it
 * @param headers further headers, such as {@code List-Unsubscribe}
 */
public record Mail(
        String to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Map<String, String> headers) {

    /** A mail without attachments. */
    public static Mail of(String to, String subject, String text, String html) {
        return new Mail(to, subject, text, html, List.of(), Map.of());
    }

    /**
     * A text file that goes with a mail.
     *
     * @param type the media type, such as {@code text/calendar; method=REQUEST; charset=UTF-8}
     */
    @RegisterForReflection
    public record Attachment(String name, String type, String content) {}
}
