package com.bookedbarber.analytics.rollup;

import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares a shop's sums with a recount from the facts. */
@ApplicationScoped
class RollupCheck {

    private static final String CLIENT_DAYS = """
            WITH kept AS (SELECT client_ref, day, visits::bigint, previous_day FROM client_day WHERE shop_id = ?),
            recount AS (
                SELECT client_ref, day, sum(visits) AS visits,
                       lag(day) OVER (PARTITION BY client_ref ORDER BY day) AS previous_day
                FROM client_contribution WHERE shop_id = ? GROUP BY client_ref, day)
            SELECT 'kept' AS side, row_to_json(x) AS row FROM (TABLE kept EXCEPT TABLE recount) x UNION ALL
            SELECT 'recount', row_to_json(y) FROM (TABLE recount EXCEPT TABLE kept) y
            """;

    private final Sql sql;

    RollupCheck(Sql sql) {
        this.sql = sql;
    }

    /** What differs; nothing if all is well. Every statement sees one state of the database. */
    Result of(UUID shopId) {
        List<Difference> differences = new ArrayList<>();
        for (RollupTable table : RollupTable.values()) {
            differences.addAll(differences(table.table(), table.differences(), shopId));
        }
        differences.addAll(differences("client_day", CLIENT_DAYS, shopId));
        return new Result(shopId, differences.isEmpty(), differences);
    }

    private List<Difference> differences(String rollup, String query, UUID shopId) {
        return sql.list(
                query, row -> new Difference(rollup, row.getString("side"), row.getString("row")), shopId, shopId);
    }

    /**
     * The outcome for one shop.
     *
     * @param equal whether the sums are what the facts add up to
     */
    record Result(UUID shopId, boolean equal, List<Difference> differences) {}

    /**
     * A row that only one side has.
     *
     * @param side {@code kept} for the sums, {@code recount} for the facts
     */
    record Difference(
            String rollup, String side, @JsonRawValue String row) {}
}
