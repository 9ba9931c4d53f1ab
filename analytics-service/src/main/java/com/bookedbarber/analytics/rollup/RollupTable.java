package com.bookedbarber.analytics.rollup;

/** One table of sums and the view of what visits add to it. */
enum RollupTable {
    DAY("day_rollup", "visit_contribution", "shop_id, day", "shop_id"),
    BARBER("barber_day_rollup", "visit_contribution", "shop_id, day, barber_id", "barber_id"),
    SERVICE("service_day_rollup", "service_contribution", "shop_id, day, service_id", "service_id");

    private static final String MEASURES =
            "booked, completed, cancelled, no_show, booked_minutes, gross, refunds, tips";
    private static final String SUMS = "sum(booked) AS booked, sum(completed) AS completed,"
            + " sum(cancelled) AS cancelled, sum(no_show) AS no_show, sum(booked_minutes) AS booked_minutes,"
            + " sum(gross) AS gross, sum(refunds) AS refunds, sum(tips) AS tips";

    private final String table;
    private final String view;
    private final String keys;
    private final String mustBeKnown;

    RollupTable(String table, String view, String keys, String mustBeKnown) {
        this.table = table;
        this.view = view;
        this.keys = keys;
        this.mustBeKnown = mustBeKnown;
    }

    String table() {
        return table;
    }

    /** Takes away what the visits of an array of ids have added. */
    String withdraw() {
        return "UPDATE " + table + " SET (" + MEASURES + ") = ROW(" + each(table + ".%1$s - part.%1$s") + ") FROM ("
                + sumsOf("visit_id = ANY (?::uuid[])") + ") part WHERE " + sameKeys();
    }

    /** Adds what the visits of an array of ids add now. */
    String contribute() {
        return "INSERT INTO " + table + " (" + keys + ", " + MEASURES + ") "
                + sumsOf("visit_id = ANY (?::uuid[])") + " ON CONFLICT (" + keys + ") DO UPDATE SET (" + MEASURES
                + ") = ROW(" + each(table + ".%1$s + excluded.%1$s") + ")";
    }

    /** The rows of one shop that differ between the table and a recount, as JSON, with the side they stand on. */
    String differences() {
        String kept = "SELECT " + keys + ", " + MEASURES + " FROM " + table + " WHERE shop_id = ? AND (" + MEASURES
                + ") <> (0, 0, 0, 0, 0, 0, 0, 0)";
        String recount = "SELECT * FROM (" + sumsOf("shop_id = ?") + ") sums WHERE (" + MEASURES
                + ") <> (0, 0, 0, 0, 0, 0, 0, 0)";
        return "WITH kept AS (" + kept + "), recount AS (" + recount + ")"
                + " SELECT 'kept' AS side, row_to_json(x) AS row FROM (TABLE kept EXCEPT TABLE recount) x UNION ALL"
                + " SELECT 'recount', row_to_json(y) FROM (TABLE recount EXCEPT TABLE kept) y";
    }

    private String sumsOf(String which) {
        return "SELECT " + keys + ", " + SUMS + " FROM " + view + " WHERE " + which + " AND " + mustBeKnown
                + " IS NOT NULL GROUP BY " + keys;
    }

    private String sameKeys() {
        return "(" + qualified(table) + ") = (" + qualified("part") + ")";
    }

    private String qualified(String owner) {
        return owner + "." + keys.replace(", ", ", " + owner + ".");
    }

    private static String each(String expression) {
        StringBuilder text = new StringBuilder();
        for (String measure : MEASURES.split(", ")) {
            text.append(text.isEmpty() ? "" : ", ").append(expression.formatted(measure));
        }
        return text.toString();
    }
}
