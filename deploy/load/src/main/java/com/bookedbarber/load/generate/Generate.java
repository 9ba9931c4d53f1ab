package com.bookedbarber.load.generate;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.PastEvents;
import com.bookedbarber.load.history.PastVisit;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.history.VisitGenerator;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.stack.LocalStack;
import com.bookedbarber.local.client.SuiteClient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the running stack with shops that have a past: the shops through the gateway, as the demo owner's, so that every
 * service knows them; barbers, clients and appointments straight into the booking-service's schema; and an event for each
 * appointment, so that the dashboards show them as soon as the analytics-service has taken them in.
 */
public final class Generate {

    private static final int BARBERS = 5;
    private static final int CLIENTS = 1200;

    private final LocalStack stack;
    private final Report report;
    private final SuiteClient owner;
    private final ShopGenerator shops;
    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    private Generate(LocalStack stack, Report report, int seed) {
        this.stack = stack;
        this.report = report;
        this.owner = stack.gateway().signedIn(stack.ownerToken());
        this.shops = new ShopGenerator(seed);
    }

    /** Runs it; {@code --shops}, {@code --days} of history, {@code --seed}. */
    public static void run(LocalStack stack, BenchOptions options, Report report) {
        var generate = new Generate(stack, report, options.number("seed", 1));
        generate.fill(options.number("shops", 5), options.number("days", 180));
    }

    private void fill(int howMany, int days) {
        var generated = IntStream.range(0, howMany)
                .mapToObj(number -> shops.shop(number, BARBERS, CLIENTS))
                .flatMap(this::open)
                .toList();
        try (var sql = new AdminSql(stack.database(), "booking")) {
            var tables = new BookingTables(sql);
            generated.forEach(shop -> tables.add(shop, OpeningHours.USUAL, 30, 15));
            long appointments = tables.add(visits(generated, days).iterator(), howMany * days * 60L);
            long events = PastEvents.publish(sql, visits(generated, days).iterator());
            report.figure("%d shops, %,d appointments, %,d events".formatted(generated.size(), appointments, events));
            generated.forEach(shop -> report.figure(shop.slug() + ": " + shop.name() + ", " + shop.id()));
        }
    }

    private Stream<PastVisit> visits(List<GeneratedShop> generated, int days) {
        var visits = new VisitGenerator(shops, OpeningHours.USUAL, 0.7, now);
        return generated.stream().flatMap(shop -> visits.visits(shop, today.minusDays(days), today.plusDays(30)));
    }

    /** Makes the shop known to all services; nothing if an earlier run has. */
    private Stream<GeneratedShop> open(GeneratedShop shop) {
        var made = owner.post(
                "/api/v1/shops",
                Map.of(
                        "name", shop.name(),
                        "slug", shop.slug(),
                        "timeZone", shop.zone().getId(),
                        "currency", shop.currency()));
        if (made.status() == 409) {
            report.figure(shop.slug() + " is there already; another --seed makes other shops");
            return Stream.empty();
        }
        if (!made.succeeded()) {
            throw new BenchException("Making " + shop.slug() + " was answered " + made.describe() + ".");
        }
        return Stream.of(shop.withId(UUID.fromString(made.text("/id"))));
    }
}
