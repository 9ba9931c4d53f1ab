package com.bookedbarber.analytics.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is counted, of a day or of several.
 *
 * @param booked appointments that start then and were ever more than a hold, whatever became of them
 * @param completed of these, completed
 * @param cancelled of these, cancelled
 * @param noShow of these, missed by the client
 * @param bookedMinutes length of the appointments that were not cancelled
 * @param gross payments that succeeded then, without tips, in minor units
 * @param refunds money paid back then, without tips, in minor units
 * @param tips tips paid then less those paid back then, in minor units; may be below zero
 */
public record Figures(
        long booked,
        long completed,
        long cancelled,
        long noShow,
        long bookedMinutes,
        long gross,
        long refunds,
        long tips) {

    /** Nothing at all. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Figures plus(Figures other) {
        return new Figures(
                booked + other.booked,
                completed + other.completed,
                cancelled + other.cancelled,
                noShow + other.noShow,
                bookedMinutes + other.bookedMinutes,
                gross + other.gross,
                refunds + other.refunds,
                tips + other.tips);
    }

    /** Gross less refunds; below zero when more was paid back than came in. */
    public long net() {
        return gross - refunds;
    }

    static Figures read(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("booked"),
                row.getLong("completed"),
                row.getLong("cancelled"),
                row.getLong("no_show"),
                row.getLong("booked_minutes"),
                row.getLong("gross"),
                row.getLong("refunds"),
                row.getLong("tips"));
    }
}
