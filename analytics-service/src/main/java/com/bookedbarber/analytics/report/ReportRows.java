package com.bookedbarber.analytics.report;

import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.analytics.rollup.Dimension;
import com.bookedbarber.analytics.rollup.Figures;
import com.bookedbarber.analytics.rollup.NamedFigures;
import com.bookedbarber.analytics.rollup.RollupReader;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What stands in the reports. */
@ApplicationScoped
class ReportRows {

    private static final String APPOINTMENTS = """
            SELECT a.day, a.starts_at, a.status, a.minutes, a.price, coalesce(b.name, '') AS barber,
                   coalesce((SELECT string_agg(n.name, ', ' ORDER BY s.position)
                             FROM appointment_service_fact s JOIN service n USING (service_id)
                             WHERE s.appointment_id = a.appointment_id), '') AS services
            FROM appointment_fact a LEFT JOIN barber b USING (barber_id)
            WHERE a.shop_id = ? AND a.day BETWEEN ? AND ? AND a.counts
            ORDER BY a.day, a.starts_at, a.appointment_id
            """;

    private final RollupReader rollups;
    private final Sql sql;

    ReportRows(RollupReader rollups, Sql sql) {
        this.rollups = rollups;
        this.sql = sql;
    }

    List<String> columns(ReportType type) {
        return switch (type) {
            case REVENUE -> List.of("date", "currency", "gross", "refunds", "net", "tips");
            case APPOINTMENTS ->
                List.of("date", "start", "barber", "services", "status", "minutes", "currency", "price");
            case BARBERS -> figureColumns("barber");
            case SERVICES -> figureColumns("service");
        };
    }

    /** The rows of some days, in order. */
    List<List<String>> of(ReportType type, ShopPeriod days) {
        Amounts amounts = new Amounts(days.shop().currency());
        return switch (type) {
            case REVENUE ->
                rollups.days(days).entrySet().stream()
                        .map(day -> revenue(day.getKey(), day.getValue(), amounts))
                        .toList();
            case APPOINTMENTS ->
                sql.list(APPOINTMENTS, row -> appointment(row, days, amounts), days.shopId(), days.from(), days.to());
            case BARBERS -> figures(Dimension.BARBER, days, amounts);
            case SERVICES -> figures(Dimension.SERVICE, days, amounts);
        };
    }

    private static List<String> figureColumns(String of) {
        return List.of(
                "date",
                of,
                "booked",
                "completed",
                "cancelled",
                "noShow",
                "minutes",
                "currency",
                "gross",
                "refunds",
                "net",
                "tips");
    }

    private static List<String> revenue(LocalDate date, Figures figures, Amounts amounts) {
        return List.of(
                date.toString(),
                amounts.currency(),
                amounts.text(figures.gross()),
                amounts.text(figures.refunds()),
                amounts.text(figures.net()),
                amounts.text(figures.tips()));
    }

    private static List<String> appointment(ResultSet row, ShopPeriod days, Amounts amounts) throws SQLException {
        return List.of(
                row.getObject("day", LocalDate.class).toString(),
                Sql.instant(row, "starts_at")
                        .atZone(days.timeZone())
                        .toLocalTime()
                        .toString(),
                row.getString("barber"),
                row.getString("services"),
                row.getString("status"),
                row.getString("minutes"),
                amounts.currency(),
                amounts.text(row.getLong("price")));
    }

    private List<List<String>> figures(Dimension dimension, ShopPeriod days, Amounts amounts) {
        return rollups.perPeriod(dimension, days, Grouping.DAY).stream()
                .map(named -> figures(named, amounts))
                .toList();
    }

    private static List<String> figures(NamedFigures named, Amounts amounts) {
        Figures figures = named.figures();
        return List.of(
                named.date().toString(),
                named.name(),
                Long.toString(figures.booked()),
                Long.toString(figures.completed()),
                Long.toString(figures.cancelled()),
                Long.toString(figures.noShow()),
                Long.toString(figures.bookedMinutes()),
                amounts.currency(),
                amounts.text(figures.gross()),
                amounts.text(figures.refunds()),
                amounts.text(figures.net()),
                amounts.text(figures.tips()));
    }
}
