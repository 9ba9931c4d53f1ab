package com.bookedbarber.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it arrived.
 *
 * @param to the recipient it was delivered to; a mail to two people is kept twice
 * @param text the plain text, empty if there is none
 * @param html the HTML, empty if there is none
 */
record KeptMail(
        String from,
        String to,
        String subject,
        Instant receivedAt,
        String text,
        String html,
        List<Attachment> attachments) {

    /**
     * Any other part of a mail.
     *
     * @param type its media type without parameters
     * @param content text as it is, anything else in Base64
     */
    record Attachment(String name, String type, String content) {}
}
