package com.bookedbarber.analytics.period;

import com.bookedbarber.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Which days are taken together. */
public enum Grouping {
    /** Every day for itself. */
    DAY,
    /** Monday to Sunday (ISO 8601). */
    WEEK,
    /** Calendar months. */
    MONTH;

    /** The grouping of that name, {@link #DAY} without one; 400 for another. */
    public static Grouping of(String text) {
        if (text == null || text.isBlank()) {
            return DAY;
        }
        for (Grouping grouping : values()) {
            if (grouping.text().equals(text)) {
                return grouping;
            }
        }
        throw ProblemException.invalid("groupBy", "must be day, week or month");
    }

    /** The name in JSON and SQL: {@code day}, {@code week}, {@code month}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the group that a day belongs to. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the next group. */
    public LocalDate next(LocalDate start) {
        return start.plus(1, unit());
    }

    /** The first day of the group before. */
    public LocalDate previous(LocalDate start) {
        return start.minus(1, unit());
    }

    private ChronoUnit unit() {
        return switch (this) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
        };
    }
}
