package com.bookedbarber.load.edge;

import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.http.Requests;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.Tally;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Three gateways that share one limit in one Redis: what they let through together at ten times the limit and below it,
 * and what their clients notice of it when Redis is killed.
 */
final class LimitBench {

    private static final int GATEWAYS = 3;
    private static final int LIMIT = 1000;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int WINDOWS = 3;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 16;

    private static final String PATH = "/api/v1/shops/bench/services";
    private static final Map<String, String> SETTINGS = Map.of(
            "BB_GATEWAY_LIMIT_DEFAULT_DEMO_RATE",
            LIMIT + "/" + WINDOW.toSeconds() + "s",
            "BB_GATEWAY_INSTANCES",
            Integer.toString(GATEWAYS));

    private final OwnStack stack;
    private final Report report;
    private final List<Integer> ports = new ArrayList<>();

    LimitBench(OwnStack stack, Report report) {
        this.stack = stack;
        this.report = report;
    }

    void run() {
        for (int i = 0; i < GATEWAYS; i++) {
            ports.add(stack.startAnother(Service.GATEWAY, SETTINGS).http());
        }
        // Until they are compiled; and the counters forget it.
        load("warming up", 4 * LIMIT, false);
        rest();
        farAbove();
        rest();
        var calm = below();
        rest();
        withoutRedis(calm);
    }

    private void farAbove() {
        var result = load("ten times the limit", 10 * LIMIT, false);
        long allowed = result.statuses().counts().getOrDefault("200", 0L);
        long due = (long) WINDOWS * LIMIT;
        report.verdict(
                allowed <= due * 101 / 100 && result.errors() == 0,
                "ten times the limit: %,d of %,d let through, %,d were due (at most 1 %% more): %s"
                        .formatted(allowed, result.statuses().total(), due, result.statuses()));
    }

    private LoadResult below() {
        var result = load("85 % of the limit", LIMIT * 85 / 100, false);
        report.verdict(
                result.statuses().counts().keySet().equals(Set.of("200")),
                "below the limit nobody is refused: " + result.statuses());
        return result;
    }

    private void withoutRedis(LoadResult calm) {
        var result = load("60 % of the limit, Redis killed", LIMIT * 60 / 100, true);
        double added = result.expected().millisAt(99) - calm.expected().millisAt(99);
        report.verdict(
                result.statuses().counts().keySet().equals(Set.of("200")),
                "Redis killed: nobody is refused below the limit, and nothing fails: " + result.statuses());
        report.verdict(added <= 5, "Redis killed: added p99 %.1f ms (at most 5)".formatted(added));
    }

    /** All gateways at once, each with its part of so many requests in a window. */
    private LoadResult load(String name, int inWindow, boolean killRedis) {
        var time = WINDOW.multipliedBy(WINDOWS).minusMillis(50);
        double each = (double) inWindow / GATEWAYS / WINDOW.toSeconds();
        var request = Requests.repeating(WireRequest.get(PATH).bytes());
        try (var threads = Executors.newFixedThreadPool(GATEWAYS)) {
            var running = ports.stream()
                    .map(port -> Load.open(port, CONNECTIONS, each, time)
                            .expecting(status -> status == 200 || status == 429))
                    .map(load -> CompletableFuture.supplyAsync(() -> LoadDriver.run(load, request), threads))
                    .toList();
            if (killRedis) {
                killRedis(time.dividedBy(3));
            }
            var result = together(running.stream().map(CompletableFuture::join).toList());
            report.add(result.as(name, Map.of()));
            return result;
        }
    }

    private static LoadResult together(List<LoadResult> results) {
        var expected = new Latencies();
        var unexpected = new Latencies();
        var statuses = new Tally();
        double seconds = 0;
        for (var result : results) {
            expected.merge(result.expected());
            unexpected.merge(result.unexpected());
            statuses.merge(result.statuses());
            seconds = Math.max(seconds, result.seconds());
        }
        return new LoadResult(expected, unexpected, statuses, seconds);
    }

    private void killRedis(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        stack.killRedis();
        LockSupport.parkNanos(pause.toNanos());
        stack.restartRedis();
        long backAt = System.nanoTime();
        while (!ports.stream().allMatch(stack::countsInRedis)
                && System.nanoTime() - backAt < 2 * BACK_WITHIN.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        double seconds = (System.nanoTime() - backAt) / 1e9;
        report.verdict(
                seconds <= BACK_WITHIN.toSeconds(),
                "Redis back: all gateways count in it again after %.1f s (at most 5)".formatted(seconds));
    }

    /** Until what was counted counts no more. */
    private static void rest() {
        LockSupport.parkNanos(WINDOW.multipliedBy(2).toNanos());
    }
}
