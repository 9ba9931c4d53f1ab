package com.bookedbarber.booking.diary;

import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Which local dates somebody wants to see the slots of. Without a first one they begin today, and which day that is, is
 * known only once the shop's zone is.
 *
 * @param from the first, or null for today
 * @param to the last, included, or null for the first
 */
record AskedDays(LocalDate from, LocalDate to) {

    private static final int MAX_DAYS = 92;

    /** Reads the parameters; 400 naming the one that is wrong whatever day it is. */
    static AskedDays of(String from, String to) {
        AskedDays asked = new AskedDays(QueryValue.date("from", from), QueryValue.date("to", to));
        if (asked.to != null) {
            requireOrder(asked.earliest(), asked.to);
            requireFew(asked.from == null ? latestToday() : asked.from, asked.to);
        }
        return asked;
    }

    /** The first date that may be meant, wherever the shop is. */
    LocalDate earliest() {
        return from == null ? LocalDate.now(ZoneOffset.UTC).minusDays(1) : from;
    }

    /** The last date that may be meant, wherever the shop is. */
    LocalDate latest() {
        if (to != null) {
            return to;
        }
        return from == null ? latestToday() : from;
    }

    /** With both dates, as they are meant in a zone; 400 if they are too many or none. */
    AskedDays in(ZoneId zone) {
        LocalDate first = from == null ? LocalDate.now(zone) : from;
        LocalDate last = to == null ? first : to;
        requireOrder(first, last);
        requireFew(first, last);
        return new AskedDays(first, last);
    }

    private static LocalDate latestToday() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(1);
    }

    private static void requireOrder(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
    }

    private static void requireFew(LocalDate first, LocalDate last) {
        if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw ProblemException.invalid("to", "must be at most 92 days, from included");
        }
    }
}
