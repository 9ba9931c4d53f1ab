package com.bookedbarber.platform.page;

import com.bookedbarber.platform.problem.ProblemException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the sort key of its last item. Clients get it as an opaque text.
 *
 * @param at the instant that the list is sorted by
 * @param id the item's id, which decides between equal instants
 */
public record Cursor(Instant at, UUID id) {

    /** The text for clients. */
    public String encode() {
        String text = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor behind a text; 400 if it is none of ours. */
    public static Cursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException unreadable) {
            throw ProblemException.invalid("cursor", "must be the nextCursor of an earlier page");
        }
    }
}
