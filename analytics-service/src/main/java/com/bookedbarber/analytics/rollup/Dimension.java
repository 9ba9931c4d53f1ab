package com.bookedbarber.analytics.rollup;

/** Of whom there are sums of their own. */
public enum Dimension {
    /** Whose appointments, and the money paid for them. */
    BARBER,
    /** What was booked, and its part of the money paid: in proportion to the prices of a visit's services. */
    SERVICE;

    private static final String SUMS = """
            sum(booked) AS booked, sum(completed) AS completed, sum(cancelled) AS cancelled, sum(no_show) AS no_show,
            sum(booked_minutes) AS booked_minutes, sum(gross) AS gross, sum(refunds) AS refunds, sum(tips) AS tips
            """;

    /** The largest earners of a range of days. */
    String top() {
        return "SELECT sums.*, NULL::date AS date, coalesce(named.name, '') AS name FROM (SELECT " + id() + " AS id, "
                + SUMS + range() + " GROUP BY 1) sums LEFT JOIN " + names()
                + " WHERE booked > 0 OR gross > 0 OR refunds > 0 ORDER BY gross DESC, booked DESC, name, id LIMIT ?";
    }

    /** Sums per period of a range of days. */
    String perPeriod() {
        return "SELECT sums.*, coalesce(named.name, '') AS name FROM (SELECT date_trunc(?, day::timestamp)::date AS"
                + " date, " + id() + " AS id, " + SUMS + range() + " GROUP BY 1, 2) sums LEFT JOIN " + names()
                + " WHERE booked > 0 OR gross > 0 OR refunds > 0 OR tips > 0 ORDER BY date, name, id";
    }

    private String range() {
        return " FROM " + word() + "_day_rollup WHERE shop_id = ? AND day BETWEEN ? AND ?";
    }

    private String names() {
        return word() + " named ON named." + id() + " = sums.id";
    }

    private String id() {
        return word() + "_id";
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
