package com.bookedbarber.booking.request;

import com.bookedbarber.platform.problem.ProblemException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads query parameters, so that a bad one is answered by 400 with its name. */
public final class QueryValue {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private QueryValue() {}

    /** An id. */
    public static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(field, "must be a UUID");
        }
    }

    /** An id, or null if there is none. */
    public static UUID idOrNull(String field, String text) {
        return text == null || text.isBlank() ? null : id(field, text);
    }

    /** A local date such as {@code 2026-12-01}. */
    public static LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            requireSensible(field, date.getYear());
            return date;
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(field, "must be a date such as 2026-12-01");
        }
    }

    /**
     * The start of a range given as an instant or as a local date.
     *
     * @return null if there is none
     */
    public static Instant from(String field, String text, ZoneId zone) {
        return bound(field, text, zone, 0);
    }

    /**
     * The exclusive end of a range given as an instant, or as a local date, which is then included.
     *
     * @return null if there is none
     */
    public static Instant to(String field, String text, ZoneId zone) {
        return bound(field, text, zone, 1);
    }

    private static Instant bound(String field, String text, ZoneId zone, int daysMore) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.contains("T")) {
            return date(field, text).plusDays(daysMore).atStartOfDay(zone).toInstant();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            requireSensible(field, time.getYear());
            return time.toInstant();
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(field, "must be a date or an instant such as 2026-12-01T09:00:00Z");
        }
    }

    /** 400 for times that nobody means, and that no calendar can compute with. */
    public static void requireSensible(String field, Instant time) {
        requireSensible(field, time.atOffset(ZoneOffset.UTC).getYear());
    }

    /** 400 for dates that nobody means. */
    public static void requireSensible(String field, LocalDate date) {
        requireSensible(field, date.getYear());
    }

    private static void requireSensible(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw ProblemException.invalid(field, "must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }
}
