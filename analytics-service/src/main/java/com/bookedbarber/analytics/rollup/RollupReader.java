package com.bookedbarber.analytics.rollup;

import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the sums. What it costs depends on the days asked for, never on how much a shop has seen. */
@ApplicationScoped
public class RollupReader {

    private static final String DAYS = """
            SELECT day, booked, completed, cancelled, no_show, booked_minutes, gross, refunds, tips
            FROM day_rollup WHERE shop_id = ? AND day BETWEEN ? AND ?
            """;

    private static final String CLIENTS = """
            SELECT count(*) FILTER (WHERE previous_day IS NULL) AS first_time,
                   count(*) FILTER (WHERE previous_day < ?) AS returning
            FROM client_day WHERE shop_id = ? AND day BETWEEN ? AND ?
            """;

    private final Sql sql;

    RollupReader(Sql sql) {
        this.sql = sql;
    }

    /** Grows whenever something of the shop changes; 0 if nothing was ever told of it. */
    public long version(UUID shopId) {
        return sql.one("SELECT version FROM shop_rollup WHERE shop_id = ?", row -> row.getLong(1), shopId)
                .orElse(0L);
    }

    /** Every day of the period in order, quiet ones too. */
    public Map<LocalDate, Figures> days(ShopPeriod period) {
        Map<LocalDate, Figures> known = new HashMap<>();
        sql.list(
                        DAYS,
                        row -> Map.entry(row.getObject("day", LocalDate.class), Figures.read(row)),
                        period.shopId(),
                        period.from(),
                        period.to())
                .forEach(day -> known.put(day.getKey(), day.getValue()));
        Map<LocalDate, Figures> days = new LinkedHashMap<>();
        period.days().forEach(day -> days.put(day, known.getOrDefault(day, Figures.NONE)));
        return days;
    }

    /** The largest earners of the period, the largest first. */
    public List<NamedFigures> top(Dimension dimension, ShopPeriod period, int count) {
        return sql.list(dimension.top(), RollupReader::named, period.shopId(), period.from(), period.to(), count);
    }

    /** The figures of everybody per day, week or month of the period; those without any are left out. */
    public List<NamedFigures> perPeriod(Dimension dimension, ShopPeriod period, Grouping grouping) {
        return sql.list(
                dimension.perPeriod(),
                RollupReader::named,
                grouping.text(),
                period.shopId(),
                period.from(),
                period.to());
    }

    /** How many clients visit in the period for the first time ever, and how many have visited before it. */
    public ClientCounts clients(ShopPeriod period) {
        return sql.one(
                        CLIENTS,
                        row -> new ClientCounts(row.getLong("first_time"), row.getLong("returning")),
                        period.from(),
                        period.shopId(),
                        period.from(),
                        period.to())
                .orElseThrow();
    }

    private static NamedFigures named(ResultSet row) throws SQLException {
        return new NamedFigures(
                row.getObject("date", LocalDate.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                Figures.read(row));
    }

    /**
     * Clients of a period; nobody is both.
     *
     * @param firstTime whose first visit of all lies in the period
     * @param returning who visit in the period and have visited before it
     */
    public record ClientCounts(long firstTime, long returning) {}
}
