package com.bookedbarber.load.feed;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.PastEvents;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.history.VisitGenerator;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.stack.Service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How many events a second one consumer takes in: the rate at which HTTP feeds stop being enough. First a consumer that
 * does nothing with them, which shows what the feed itself can give; then the analytics-service with all its effects.
 */
public final class FeedBench {

    private static final int SHOPS = 20;
    private static final int EVENTS_OF_A_SHOP_AND_DAY = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String SOURCE = "booking-service";

    private final OwnStack stack;
    private final Report report;

    private FeedBench(OwnStack stack, Report report) {
        this.stack = stack;
        this.report = report;
    }

    /** Runs it; {@code --events} says how many. */
    public static void run(Path home, BenchOptions options, Report report) {
        report.progress("starting PostgreSQL, user-service and booking-service for this bench alone");
        try (var stack = OwnStack.start(home)) {
            stack.start(Service.USER);
            stack.start(Service.BOOKING);
            var bench = new FeedBench(stack, report);
            try (var booking = stack.sql(Service.BOOKING)) {
                long events = bench.publish(booking, options.number("events", 100_000));
                bench.readOnly(events);
                bench.takeIn(events, lastCursor(booking));
            }
        }
    }

    private long publish(AdminSql booking, int events) {
        var shops = new ShopGenerator(9);
        var visits = new VisitGenerator(shops, OpeningHours.USUAL, 0.7, Instant.now());
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        var days = events / (SHOPS * EVENTS_OF_A_SHOP_AND_DAY) + 7;
        var tables = new BookingTables(booking);
        var all = IntStream.range(0, SHOPS)
                .mapToObj(number -> shops.shop(number, 4, 400))
                .peek(shop -> tables.add(shop, OpeningHours.USUAL, 30, 15))
                .toList();
        var history = all.stream().flatMap(shop -> visits.visits(shop, today.minusDays(days * 2L), today));
        long published = PastEvents.publish(booking, history.limit(events).iterator());
        booking.execute("ANALYZE outbox");
        report.progress("%,d events published".formatted(published));
        return published;
    }

    private static String lastCursor(AdminSql booking) {
        return booking.rows("SELECT xid || '-' || id FROM outbox ORDER BY xid DESC, id DESC LIMIT 1")
                .getFirst()
                .getFirst();
    }

    // ---- Only reading
    // ------------------------------------------------------------------------------------------------

    private void readOnly(long events) {
        var client = stack.client(Service.BOOKING).signedIn(ServiceToken.of(stack, Service.ANALYTICS));
        for (int page : new int[] {200, 1000}) {
            readAll(client, page, events / 4);
            var watch = ProcessWatch.start(stack.processes());
            long begin = System.nanoTime();
            long read = readAll(client, page, events);
            var seconds = (System.nanoTime() - begin) / 1e9;
            var usage = watch.end().get("booking");
            report.figure("only read, %d a page: %,.0f events/s (booking-service at %.0f %% of a core)"
                    .formatted(page, read / seconds, usage.cpuPercent()));
        }
    }

    private static long readAll(SuiteClient client, int page, long most) {
        var after = "";
        for (long read = 0; read < most; ) {
            var answer = client.get("/internal/events?after=" + after + "&limit=" + page);
            if (!answer.succeeded()) {
                throw new BenchException("The feed was answered " + answer.describe() + ".");
            }
            var batch = answer.body();
            if (batch.isEmpty()) {
                return read;
            }
            read += batch.size();
            after = batch.get(batch.size() - 1).path("cursor").asText();
        }
        return most;
    }

    // ---- With all effects
    // --------------------------------------------------------------------------------------------

    private void takeIn(long events, String last) {
        report.progress("starting analytics-service");
        stack.start(Service.ANALYTICS);
        var watch = ProcessWatch.start(stack.processes());
        try (var analytics = stack.sql(Service.ANALYTICS)) {
            var from = progress(analytics);
            long begin = System.nanoTime();
            while (!cursor(analytics).equals(last)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new BenchException("analytics-service did not take everything in; its log is "
                            + stack.log(Service.ANALYTICS.label()) + ".");
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            var usage = watch.end();
            report.figure("taken in by analytics-service: %,.0f events/s (%,d in %.1f s; analytics %.0f %%, booking"
                            .formatted(
                                    (events - from) / seconds,
                                    events - from,
                                    seconds,
                                    usage.get("analytics").cpuPercent())
                    + " %.0f %%, PostgreSQL %.0f %% of a core)"
                            .formatted(
                                    usage.get("booking").cpuPercent(),
                                    usage.get("postgres").cpuPercent()));
        }
    }

    /** How many it had taken in before somebody looked, by the number at the end of the cursor. */
    private static long progress(AdminSql analytics) {
        var cursor = cursor(analytics);
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor.replaceAll(".*-", ""));
    }

    private static String cursor(AdminSql analytics) {
        var rows = analytics.rows("SELECT cursor FROM feed_cursor WHERE source = ?", SOURCE);
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }
}
