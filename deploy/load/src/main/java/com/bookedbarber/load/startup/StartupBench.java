package com.bookedbarber.load.startup;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.measure.ResultTable;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From starting a service's process until it says that it is ready, and its memory after the first request: each service
 * alone, with its AOT cache and without. Migrations are done by a start before the first measured one.
 */
public final class StartupBench {

    private static final double LONGEST_SECONDS = 2;
    private static final long MOST_MIB = 280;

    /** What each is asked first; the answer does not matter, but that there is one. */
    private static final Map<Service, String> FIRST_REQUESTS = Map.of(
            Service.USER, "/api/v1/shops",
            Service.BOOKING, "/api/v1/shops/00000000-0000-7000-8000-000000000000/services",
            Service.PAYMENT, "/api/v1/payments",
            Service.ANALYTICS, "/api/v1/analytics/dashboard",
            Service.GATEWAY, "/health");

    private final OwnStack stack;
    private final Report report;
    private final int rounds;
    private final List<List<String>> rows = new ArrayList<>();

    private StartupBench(OwnStack stack, Report report, int rounds) {
        this.stack = stack;
        this.report = report;
        this.rounds = rounds;
        rows.add(List.of("service", "with cache s", "without s", "ratio", "with cache MiB", "without MiB"));
    }

    private record Start(double seconds, long mib) {}

    /** Runs it; {@code --rounds} says how often each is started. */
    public static void run(Path home, BenchOptions options, Report report) {
        report.progress("starting PostgreSQL and Redis for this bench alone");
        try (var stack = OwnStack.start(home)) {
            var bench = new StartupBench(stack, report, options.number("rounds", 5));
            for (var service : Service.values()) {
                bench.measure(service);
            }
            report.table(ResultTable.aligned(bench.rows));
        }
    }

    private void measure(Service service) {
        start(service, false);
        if (!stack.hasCache(service)) {
            report.verdict(false, service.label() + " has no AOT cache that fits; ./dev up records one after a build");
            return;
        }
        var with = median(service, true);
        var without = median(service, false);
        var ratio = with.seconds() / without.seconds();
        rows.add(List.of(
                service.label(),
                String.format(Locale.ROOT, "%.2f", with.seconds()),
                String.format(Locale.ROOT, "%.2f", without.seconds()),
                String.format(Locale.ROOT, "%.0f %%", 100 * ratio),
                Long.toString(with.mib()),
                Long.toString(without.mib())));
        report.verdict(
                with.seconds() <= LONGEST_SECONDS,
                "%s is ready after %.2f s (at most %.0f)".formatted(service.label(), with.seconds(), LONGEST_SECONDS));
        report.verdict(
                ratio <= 0.5,
                "%s: %.0f %% of the time without cache (at most 50)".formatted(service.label(), 100 * ratio));
        report.verdict(
                with.mib() <= MOST_MIB,
                "%s holds %d MiB after its first request (at most %d)"
                        .formatted(service.label(), with.mib(), MOST_MIB));
    }

    private Start median(Service service, boolean cached) {
        var seconds = new double[rounds];
        var mib = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            var start = start(service, cached);
            seconds[round] = start.seconds();
            mib[round] = start.mib();
        }
        Arrays.sort(seconds);
        Arrays.sort(mib);
        return new Start(seconds[rounds / 2], mib[rounds / 2]);
    }

    private Start start(Service service, boolean cached) {
        long begin = System.nanoTime();
        var process = stack.startAlone(service, cached);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var request = WireRequest.get(FIRST_REQUESTS.get(service)).bytes();
        var load = Load.closed(stack.port(service), 1, Duration.ofSeconds(30)).expecting(status -> true);
        LoadDriver.run(load, number -> number < 1 ? request : null);
        var start = new Start(seconds, ProcessWatch.memoryMib(process));
        stack.stop(service);
        return start;
    }
}
