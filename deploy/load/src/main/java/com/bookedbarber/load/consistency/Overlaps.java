package com.bookedbarber.load.consistency;

import com.bookedbarber.load.sql.AdminSql;

import java.util.List;

/**
 * Looks for what must never be: two live appointments of one barber whose busy times overlap. It goes by the plain
 * columns and by sorting, not by the range column, the operator and the index whose promise it checks.
 */
public final class Overlaps {

    private static final String FIND = """
            SELECT id, busy_from, busy_until FROM (
                SELECT id, busy_from, max(busy_to) OVER (PARTITION BY barber_id ORDER BY busy_from, id
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
                FROM appointment WHERE status IN ('held', 'confirmed', 'checked-in', 'completed')) AS live
            WHERE busy_from < busy_until
            """;

    private Overlaps() {}

    /** The appointments that begin before an earlier one of their barber has ended: one line each. */
    public static List<String> find(AdminSql sql) {
        return sql.rows(FIND).stream()
                .map(row -> "appointment " + row.get(0) + " begins " + row.get(1) + ", its barber is busy until "
                        + row.get(2))
                .toList();
    }
}
