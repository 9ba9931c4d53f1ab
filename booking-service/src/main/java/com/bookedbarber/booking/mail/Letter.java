package com.bookedbarber.booking.mail;

import java.util.List;

/**
 * A mail about an appointment, ready to be set: all texts are final.
 *
 * @param facts what the reader wants to know, in order
 * @param manageUrl where to change or cancel; null when there is nothing left to manage
 * @param optOutUrl where to end reminders; null for other mails
 */
record Letter(
        String subject,
        String greeting,
        String message,
        List<Fact> facts,
        String closing,
        String manageUrl,
        String optOutUrl) {

    /** One line of facts. */
    record Fact(String label, String value) {}
}
