package com.bookedbarber.analytics.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A dashboard as it is kept in Redis.
 *
 * @param computedAt to the second
 * @param json what is sent
 */
record KeptDashboard(Instant computedAt, String json) {

    private static final char SEPARATOR = '\n';

    /** Seconds since it was computed, for the header {@code Age}. */
    long age(Instant now) {
        return Math.max(0, Duration.between(computedAt, now).toSeconds());
    }

    String text() {
        return computedAt.getEpochSecond() + String.valueOf(SEPARATOR) + json;
    }

    /** The dashboard behind a text; nothing if it is none of ours. */
    static Optional<KeptDashboard> parse(String text) {
        int end = text == null ? -1 : text.indexOf(SEPARATOR);
        if (end < 0) {
            return Optional.empty();
        }
        try {
            Instant computedAt = Instant.ofEpochSecond(Long.parseLong(text, 0, end, 10));
            return Optional.of(new KeptDashboard(computedAt, text.substring(end + 1)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
