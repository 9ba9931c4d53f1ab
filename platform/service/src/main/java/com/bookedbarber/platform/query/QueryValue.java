package com.bookedbarber.platform.query;

import com.bookedbarber.platform.problem.ProblemException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Reads query parameters, so that a bad one is answered by 400 with its name. Left to the framework it would be a 404,
 * as if there were no such route. A blank one counts as left out.
 */
public final class QueryValue {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final Instant TOO_LATE =
            LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private QueryValue() {}

    /** An id; null if there is none. */
    public static UUID id(String field, String text) {
        return isMissing(text) ? null : requireId(field, text);
    }

    /** An id that has to be there. */
    public static UUID requireId(String field, String text) {
        requireGiven(field, text);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(field, "must be a UUID");
        }
    }

    /** A local date such as {@code 2026-12-01}; null if there is none. */
    public static LocalDate date(String field, String text) {
        return isMissing(text) ? null : requireDate(field, text);
    }

    /** A local date that has to be there. */
    public static LocalDate requireDate(String field, String text) {
        requireGiven(field, text);
        try {
            LocalDate date = LocalDate.parse(text);
            requireSensible(field, date);
            return date;
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(field, "must be a date such as 2026-12-01");
        }
    }

    /** The start of a range, given as an instant or as a local date; null if there is none. */
    public static Instant from(String field, String text, ZoneId zone) {
        return bound(field, text, zone, 0);
    }

    /** The exclusive end of a range, given as an instant, or as a local date that is still part of it; null if none. */
    public static Instant to(String field, String text, ZoneId zone) {
        return bound(field, text, zone, 1);
    }

    /** 400 for times that nobody means. */
    public static void requireSensible(String field, Instant time) {
        requireSensible(field, !time.isBefore(Instant.EPOCH) && time.isBefore(TOO_LATE));
    }

    /** 400 for dates that nobody means: java.time could add up to no date any more, or PostgreSQL not keep it. */
    public static void requireSensible(String field, LocalDate date) {
        requireSensible(field, !date.isBefore(FIRST) && !date.isAfter(LAST));
    }

    private static Instant bound(String field, String text, ZoneId zone, int daysMore) {
        if (isMissing(text)) {
            return null;
        }
        try {
            if (!text.contains("T")) {
                return requireDate(field, text)
                        .plusDays(daysMore)
                        .atStartOfDay(zone)
                        .toInstant();
            }
            // An unescaped + of an offset arrives as a space.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            requireSensible(field, time);
            return time;
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(field, "must be a date or an instant such as 2026-12-01T09:00:00Z");
        }
    }

    private static void requireSensible(String field, boolean sensible) {
        if (!sensible) {
            throw ProblemException.invalid(
                    field, "must lie between the years " + FIRST.getYear() + " and " + LAST.getYear());
        }
    }

    private static void requireGiven(String field, String text) {
        if (isMissing(text)) {
            throw ProblemException.invalid(field, "must be given");
        }
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
