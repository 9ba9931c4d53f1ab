package com.bookedbarber.load.availability;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.history.VisitGenerator;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a client waits for the free times of five barbers over 90 days in steps of 15 minutes with 60 % of their time
 * booked, and whether that depends on how many appointments there are of others. It asks the service itself, one request
 * at a time.
 */
public final class AvailabilityBench {

    private static final int DAYS = 90;
    private static final int BARBERS = 5;
    private static final int STEP_MINUTES = 15;
    private static final double BOOKED = 0.6;
    private static final int COLD_SHOPS = 40;
    private static final String DEFAULT_SIZES = "10000,100000,1000000";
    private static final int COLD_SIZE = 1_000_000;
    private static final int WARM_UP_REQUESTS = 1500;
    private static final int WARM_REQUESTS = 400;
    private static final double WARM_MILLIS = 25;
    private static final double COLD_MILLIS = 60;

    private final OwnStack stack;
    private final Report report;
    private final BookingTables tables;
    private final ShopGenerator shops = new ShopGenerator(1);
    private final Instant now = Instant.now();
    private final VisitGenerator visits = new VisitGenerator(shops, OpeningHours.EVERY_DAY, BOOKED, now);
    private final List<GeneratedShop> measured = new ArrayList<>();
    private final Background background;
    private final List<Double> medians = new ArrayList<>();

    private AvailabilityBench(OwnStack stack, AdminSql sql, Report report) {
        this.stack = stack;
        this.report = report;
        this.tables = new BookingTables(sql);
        this.background = new Background(tables, now);
    }

    /** Runs it; {@code --large} goes on to ten million appointments. */
    public static void run(Path home, BenchOptions options, Report report) {
        report.progress("starting PostgreSQL and booking-service for this bench alone");
        try (var stack = OwnStack.start(home)) {
            stack.start(Service.BOOKING);
            try (var sql = stack.sql(Service.BOOKING)) {
                var bench = new AvailabilityBench(stack, sql, report);
                bench.addShops(1);
                var sizes = sizes(options);
                sizes.forEach(bench::measureAt);
                bench.compareSizes(sizes);
                bench.compareRanges();
            }
        }
    }

    private static List<Integer> sizes(BenchOptions options) {
        var sizes = options.text("sizes", options.has("large") ? DEFAULT_SIZES + ",10000000" : DEFAULT_SIZES);
        return Stream.of(sizes.split(",")).map(Integer::valueOf).toList();
    }

    private void addShops(int howMany) {
        for (int i = 0; i < howMany; i++) {
            var shop = shops.shop(measured.size(), BARBERS, 200);
            tables.add(shop, OpeningHours.EVERY_DAY, DAYS + 5, STEP_MINUTES);
            measured.add(shop);
        }
        var added = measured.subList(measured.size() - howMany, measured.size()).stream()
                .flatMap(shop -> visits.visits(
                        shop, today(shop).minusDays(1), today(shop).plusDays(DAYS + 1)));
        tables.add(added.iterator(), howMany * 5_000L);
    }

    private void measureAt(int size) {
        if (size == COLD_SIZE) {
            addShops(COLD_SHOPS);
        }
        background.fillTo(size);
        var rows = tables.appointments();
        stack.restart(Service.BOOKING);
        var first = ask(measured.getFirst(), DAYS, 1).expected().millisAt(50);
        report.figure("the JVM's very first request, %,d appointments: %.0f ms".formatted(rows, first));
        ask(measured.getFirst(), DAYS, WARM_UP_REQUESTS);
        if (size == COLD_SIZE) {
            var cold = cold(rows);
            verdict(cold.expected(), COLD_MILLIS, "cold", rows, cold.errors());
        }
        var watch = ProcessWatch.start(stack.processes());
        var warm = ask(measured.getFirst(), DAYS, WARM_REQUESTS);
        report.add(warm.as("warm, %,d appointments".formatted(rows), watch.end()));
        medians.add(warm.expected().millisAt(50));
        verdict(warm.expected(), WARM_MILLIS, "warm", rows, warm.errors());
    }

    /** Each shop is asked for once: nothing of it is in the service's memory nor in PostgreSQL's. */
    private LoadResult cold(long rows) {
        var watch = ProcessWatch.start(stack.processes());
        var requests =
                measured.stream().skip(1).map(shop -> request(shop, DAYS)).toList();
        var result = LoadDriver.run(
                Load.closed(stack.port(Service.BOOKING), 1, Duration.ofMinutes(2)),
                number -> number < requests.size() ? requests.get((int) number) : null);
        report.add(result.as("cold, %,d appointments".formatted(rows), watch.end()));
        return result;
    }

    private void verdict(Latencies latencies, double limit, String kind, long rows, long errors) {
        var p95 = latencies.millisAt(95);
        report.verdict(
                p95 <= limit && errors == 0,
                "%s p95 with %,d appointments: %.1f ms (at most %.0f)".formatted(kind, rows, p95, limit));
    }

    private void compareSizes(List<Integer> sizes) {
        var smallest = medians.getFirst();
        for (int i = 1; i < sizes.size(); i++) {
            var ratio = medians.get(i) / smallest;
            report.verdict(
                    ratio <= 1.2,
                    "warm p50 with %,d appointments is %.2f of that with %,d (at most 1.20)"
                            .formatted(sizes.get(i), ratio, sizes.getFirst()));
        }
    }

    /** Linear means that a day costs the same in a long range as in a short one. */
    private void compareRanges() {
        var shop = measured.getFirst();
        for (int days : List.of(15, 30, 60, 90)) {
            var p50 = ask(shop, days, WARM_REQUESTS).expected().millisAt(50);
            report.figure("%d days: p50 %.2f ms, %.3f ms per day".formatted(days, p50, p50 / days));
        }
    }

    private LoadResult ask(GeneratedShop shop, int days, int times) {
        var request = request(shop, days);
        return LoadDriver.run(
                Load.closed(stack.port(Service.BOOKING), 1, Duration.ofMinutes(2)),
                number -> number < times ? request : null);
    }

    private byte[] request(GeneratedShop shop, int days) {
        var from = today(shop).plusDays(1);
        var service = shop.services().getFirst().id();
        return WireRequest.get("/api/v1/shops/" + shop.id() + "/availability?serviceId=" + service
                        + "&barberId=any&from=" + from + "&to=" + from.plusDays(days - 1L))
                .bytes();
    }

    private LocalDate today(GeneratedShop shop) {
        return LocalDate.ofInstant(now, shop.zone());
    }
}
