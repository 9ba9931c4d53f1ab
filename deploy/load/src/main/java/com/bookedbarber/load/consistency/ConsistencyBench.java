package com.bookedbarber.load.consistency;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.stack.Accounts;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Random bookings, moves, cancellations and expiring holds from two booking-service processes on one database; afterwards
 * the database is asked whether anybody was booked twice, and whether it tells the same story as the answers did.
 */
public final class ConsistencyBench {

    private static final int BARBERS = 8;
    private static final int DAYS = 4;
    private static final int CLIENTS = 48;
    private static final int ACCOUNTS = 16;
    private static final Duration LAST_HOLDS = Duration.ofMinutes(3);

    private final OwnStack stack;
    private final AdminSql sql;
    private final Report report;
    private final Books books;

    private ConsistencyBench(OwnStack stack, AdminSql sql, Report report) {
        this.stack = stack;
        this.sql = sql;
        this.report = report;
        this.books = new Books(sql);
    }

    /** Runs it; {@code --operations} says how many, {@code --seed} which. */
    public static void run(Path home, BenchOptions options, Report report) {
        report.progress("starting PostgreSQL, user-service and two booking-services for this bench alone");
        try (var stack = OwnStack.start(home)) {
            stack.start(Service.USER);
            stack.start(Service.BOOKING);
            var second = stack.startAnother(Service.BOOKING, Map.of());
            try (var sql = stack.sql(Service.BOOKING)) {
                var bench = new ConsistencyBench(stack, sql, report);
                var ports = List.of(stack.port(Service.BOOKING), second.http());
                bench.run(ports, options.number("operations", 100_000), options.number("seed", 1));
            }
        }
    }

    private void run(List<Integer> ports, int operations, int seed) {
        var shop = shop(seed);
        var first = LocalDate.ofInstant(Instant.now(), shop.zone())
                .plusDays(2)
                .atTime(LocalTime.of(9, 0))
                .atZone(shop.zone())
                .toInstant();
        var accounts = Accounts.register(stack.client(Service.USER), ACCOUNTS);
        var clients = new Clients(ports, shop, accounts, first, DAYS, operations, seed);
        report.progress("%,d operations of %d clients, seed %d".formatted(operations, CLIENTS, seed));
        var watch = ProcessWatch.start(stack.processes());
        long begin = System.nanoTime();
        clients.act(CLIENTS);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var unexplained = clients.tally().count(kind -> !Explained.is(kind));
        report.add(Measurement.of("random operations", clients.latencies(), seconds, unexplained, watch.end()));
        awaitLastHolds();
        judge(clients);
    }

    /** A shop whose haircuts want a deposit that nobody pays, so that holds expire while others book. */
    private GeneratedShop shop(int seed) {
        var shop = new ShopGenerator(seed).shop(1, BARBERS, 1);
        new BookingTables(sql).add(shop, OpeningHours.EVERY_DAY, 30, 15);
        sql.update("UPDATE booking_policy SET hold_minutes = 1 WHERE shop_id = ?", shop.id());
        sql.update(
                "UPDATE service SET deposit_type = 'percent', deposit_value = 20 WHERE shop_id = ? AND name = 'Haircut'",
                shop.id());
        return shop;
    }

    private void awaitLastHolds() {
        report.progress("waiting for the last holds to expire");
        long deadline = System.nanoTime() + LAST_HOLDS.toNanos();
        while (books.holds() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private void judge(Clients clients) {
        var tally = clients.tally();
        tally.counts().forEach((kind, times) -> report.figure("%s: %,d".formatted(kind, times)));
        report.figure("PostgreSQL resolved %d deadlocks".formatted(books.deadlocks()));

        var overlaps = Overlaps.find(sql);
        overlaps.stream().limit(5).forEach(report::figure);
        report.verdict(overlaps.isEmpty(), overlaps.size() + " overlaps");
        report.verdict(
                tally.count(kind -> kind.contains(" 5") || kind.endsWith("without an answer")) == 0,
                "no 5xx and no request without an answer");
        report.verdict(tally.count(kind -> !Explained.is(kind)) == 0, "every answer is one that can be explained");
        compare(tally.counts());
    }

    /** Each answer that said "done" is one row, one event and one line of the trail, and nothing else is there. */
    private void compare(Map<String, Long> told) {
        long booked = told.getOrDefault(Explained.BOOKED, 0L);
        long moved = told.getOrDefault(Explained.MOVED, 0L);
        long cancelled = told.getOrDefault(Explained.CANCELLED, 0L);
        long expired = books.inStatus("expired");
        report.figure("%,d holds expired".formatted(expired));
        same("appointments", books.appointments(), booked);
        same("cancelled appointments", books.inStatus("cancelled"), cancelled);
        same("changes by version", books.moves(), moved + cancelled + expired);
        same("lines of the trail", books.trail(), booked + moved + cancelled + expired);
        same("holds left over", books.holds(), 0);
        var events = books.events();
        same("events of bookings", events.getOrDefault("held", 0L) + events.getOrDefault("confirmed", 0L), booked);
        same("events of moves", events.getOrDefault("rescheduled", 0L), moved);
        same("events of cancellations", events.getOrDefault("cancelled", 0L), cancelled);
        same("events of expiries", events.getOrDefault("expired", 0L), expired);
    }

    private void same(String what, long stored, long told) {
        report.verdict(stored == told, "%s: %,d stored, %,d told".formatted(what, stored, told));
    }
}
