package com.bookedbarber.booking.mail;

import java.util.List;

/**
 * A mail about an appointment, ready to be set: all texts are final.
 *
 * @param facts what the reader wants to know, in order
 * @param howToChange how to change or cancel; null when there is nothing left to manage
 * @param reference what a guest needs to manage it without an account; null for everybody else
 * @param optOutUrl where to end reminders; null for other mails
 */
record Letter(
        String subject,
        String greeting,
        String message,
        List<Fact> facts,
        String closing,
        String howToChange,
        String reference,
        String optOutUrl) {

    /** One line of facts. */
    record Fact(String label, String value) {}
}
