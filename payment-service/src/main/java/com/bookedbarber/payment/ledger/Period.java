package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.problem.ProblemException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads the ends of a period, which are dates in the shop's zone or instants. */
final class Period {

    private static final int DATE_LENGTH = "2026-12-01".length();

    private Period() {}

    /** The first instant of the period; null if there is no text. */
    static Instant start(String field, String text, ZoneId zone) {
        return read(field, text, zone, 0);
    }

    /** The first instant after the period, of which a date is still a part; null if there is no text. */
    static Instant end(String field, String text, ZoneId zone) {
        return read(field, text, zone, 1);
    }

    private static Instant read(String field, String text, ZoneId zone, int daysToAdd) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text)
                            .plusDays(daysToAdd)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.invalid(field, "must be a date or an instant, such as 2026-12-01");
        }
    }
}
