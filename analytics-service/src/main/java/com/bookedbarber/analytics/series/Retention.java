package com.bookedbarber.analytics.series;

import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts clients who come again. */
@ApplicationScoped
class Retention {

    /** A client's first day in a group is the one whose link leads out of it; so nobody is counted twice. */
    private static final String COUNTS = """
            SELECT date, count(*) AS clients,
                   count(*) FILTER (WHERE previous_day IS NULL) AS first_time,
                   count(*) FILTER (WHERE previous_day >= date - ?::interval) AS retained
            FROM (SELECT date_trunc(?, day::timestamp)::date AS date, previous_day FROM client_day
                  WHERE shop_id = ? AND day BETWEEN ? AND ?) visits
            WHERE previous_day IS NULL OR previous_day < date
            GROUP BY date
            """;

    private static final Counts NOBODY = new Counts(0, 0, 0);

    private final Sql sql;

    Retention(Sql sql) {
        this.sql = sql;
    }

    /** One item per group that the period touches; groups are counted as a whole. */
    List<Points.Retention> of(ShopPeriod period, Grouping grouping) {
        LocalDate first = grouping.start(period.from());
        LocalDate last = grouping.next(grouping.start(period.to())).minusDays(1);
        Map<LocalDate, Counts> counts = counts(period.shopId(), grouping, grouping.previous(first), last);
        List<Points.Retention> points = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = grouping.next(date)) {
            Counts before = counts.getOrDefault(grouping.previous(date), NOBODY);
            points.add(counts.getOrDefault(date, NOBODY).point(date, before));
        }
        return points;
    }

    private Map<LocalDate, Counts> counts(UUID shopId, Grouping grouping, LocalDate from, LocalDate to) {
        Map<LocalDate, Counts> counts = new HashMap<>();
        sql.list(
                COUNTS,
                row -> counts.put(
                        row.getObject("date", LocalDate.class),
                        new Counts(row.getLong("clients"), row.getLong("first_time"), row.getLong("retained"))),
                "1 " + grouping.text(),
                grouping.text(),
                shopId,
                from,
                to);
        return counts;
    }

    private record Counts(long clients, long firstTime, long retained) {

        Points.Retention point(LocalDate date, Counts before) {
            double rate = before.clients == 0 ? 0 : Math.round(retained * 10_000.0 / before.clients) / 10_000.0;
            return new Points.Retention(date, clients, firstTime, clients - firstTime, retained, rate);
        }
    }
}
