package com.bookedbarber.load.edge;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.http.Requests;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.stack.Accounts;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.load.tool.Tool;
import com.bookedbarber.load.tool.Wrk;
import com.bookedbarber.local.stack.Endpoint;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.platform.stores.FreePort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the edge costs: its rate bare and with everything on beside nginx in front of the same service, the time it adds
 * at half load, and what becomes of five times the load that the service behind it can take.
 */
public final class GatewayBench {

    private static final String FULL_PATH = "/api/v1/appointments";
    private static final String BARE_PATH = "/api/v1/shops/bench/services";
    private static final int CONNECTIONS = 50;
    private static final int ROUNDS = 5;
    private static final int MOST_WARM_UPS = 12;
    private static final int OVERLOAD_CONNECTIONS = 600;

    /** The same route without a limit, and nothing logged: what is left is passing on. */
    private static final Map<String, String> BARE = Map.of(
            "BB_GATEWAY_ROUTE_SERVICES", "GET /api/v1/shops/{shop}/services -> booking; public; limits",
            "QUARKUS_LOG_CATEGORY__ACCESS__LEVEL", "WARN");

    /** A limit that a client cannot reach: every request is counted and none refused. Who a client is, tells the bench. */
    private static final Map<String, String> FULL = Map.of(
            "BB_GATEWAY_LIMIT_DEFAULT_DEMO_RATE", "100000000/min",
            "BB_GATEWAY_LIMIT_DEFAULT_PER", "address",
            "BB_TRUSTED_PROXIES", "127.0.0.0/8");

    private final OwnStack stack;
    private final Report report;
    private final int originPort;
    private final Upstream upstream;
    private final int seconds;

    private GatewayBench(OwnStack stack, Report report, int originPort, Upstream upstream, int seconds) {
        this.stack = stack;
        this.report = report;
        this.originPort = originPort;
        this.upstream = upstream;
        this.seconds = seconds;
    }

    /**
     * Runs it; {@code --idle} only counts what idle connections cost, {@code --limits} what three gateways let through,
     * {@code --seconds} is the time of each load, and {@code --upstream nginx} puts an nginx in the services' place.
     */
    public static void run(Path home, BenchOptions options, Report report) {
        int originPort = FreePort.next();
        report.progress("starting user-service and the gateway for this bench alone");
        try (var stack = OwnStack.start(home, Map.of(Service.BOOKING, new Endpoint(originPort, FreePort.next())))) {
            int seconds = options.number("seconds", 8);
            if (options.has("idle")) {
                new IdleBench(stack, report, seconds).run();
            } else if (options.has("limits")) {
                try (var origin = SlowOrigin.start(originPort, CONNECTIONS, Duration.ZERO)) {
                    new LimitBench(stack, report).run();
                }
            } else {
                Tool.WRK.require();
                Tool.NGINX.require();
                var upstream = Upstream.parse(options.text("upstream", "service"));
                var bench = new GatewayBench(stack, report, originPort, upstream, seconds);
                bench.throughput(home);
                bench.overload();
            }
        }
    }

    // ---- What it can do

    private void throughput(Path home) {
        stack.start(Service.USER);
        stack.start(Service.GATEWAY, Service.GATEWAY.label(), stack.addresses().of(Service.GATEWAY), FULL);
        var bare = stack.startAnother(Service.GATEWAY, BARE);
        var token = Map.of(
                "Authorization",
                "Bearer " + Accounts.register(stack.client(Service.USER), 1).token(0));
        try (var origin = upstream.start(home, originPort, json());
                var nginx = Nginx.proxy(home, originPort);
                var library = EdgeProcess.library(home, originPort)) {
            var processes = new LinkedHashMap<>(stack.processes());
            processes.put("nginx", nginx.handle());
            processes.put("library", library.handle());
            processes.put("origin", origin.handle());
            var targets = new LinkedHashMap<String, Target>();
            targets.put("service itself", new Target(originPort, FULL_PATH, token));
            targets.put("nginx, one worker", new Target(nginx.port(), BARE_PATH, Map.of()));
            targets.put("library, nothing around it", new Target(library.port(), BARE_PATH, Map.of()));
            targets.put("gateway, bare", new Target(bare.http(), BARE_PATH, Map.of()));
            targets.put("gateway, everything on", new Target(stack.port(Service.GATEWAY), FULL_PATH, token));
            var rates = rates(targets, processes);
            judge(rates);
            new HalfLoad(report, processes, Rounds.median(rates.get("gateway, everything on")) / 2, seconds)
                    .run(originPort, stack.port(Service.GATEWAY), FULL_PATH, token.get("Authorization"));
        }
    }

    private record Target(int port, String path, Map<String, String> headers) {

        String url() {
            return "http://127.0.0.1:" + port + path;
        }
    }

    /** Rounds that take turns, so that a disturbance of the machine does not hit one of them only. */
    private Map<String, double[]> rates(Map<String, Target> targets, Map<String, ProcessHandle> processes) {
        var wrk = new Wrk(CONNECTIONS, seconds);
        targets.forEach((name, target) -> warmUp(wrk, name, target));
        var rates = new LinkedHashMap<String, double[]>();
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            targets.forEach((name, target) -> {
                var watch = ProcessWatch.start(processes);
                var result = wrk.run(target.url(), target.headers());
                report.add(result.as(name + ", round " + (number + 1), watch.end()));
                rates.computeIfAbsent(name, key -> new double[ROUNDS])[number] = result.goodPerSecond();
            });
        }
        return rates;
    }

    /** Until it hardly gets any faster: a JVM compiles what is hot while it serves, and has to share the cores for it. */
    private void warmUp(Wrk wrk, String name, Target target) {
        double best = 1;
        double rate = wrk.run(target.url(), target.headers()).goodPerSecond();
        int rounds = 1;
        for (int idle = 0; idle < 2 && rounds < MOST_WARM_UPS; rounds++) {
            best = Math.max(best, rate);
            rate = wrk.run(target.url(), target.headers()).goodPerSecond();
            idle = rate < 1.05 * best ? idle + 1 : 0;
        }
        report.progress("%s: warm after %d s, %.0f/s".formatted(name, rounds * seconds, Math.max(best, rate)));
    }

    private void judge(Map<String, double[]> rates) {
        var nginx = rates.get("nginx, one worker");
        var library = rates.get("library, nothing around it");
        var bare = rates.get("gateway, bare");
        var full = rates.get("gateway, everything on");
        report.figure("vertx-http-proxy by itself: " + share(library, nginx) + " of nginx");
        report.figure("bare gateway: " + share(bare, library) + " of vertx-http-proxy by itself");
        judge("bare gateway", bare, "nginx", nginx, 80);
        judge("everything on", full, "the bare gateway", bare, 75);
    }

    private void judge(String name, double[] rates, String whole, double[] wholeRates, int atLeast) {
        report.verdict(
                Rounds.median(shares(rates, wholeRates)) >= atLeast,
                "%s: %s of %s (%.0f of %.0f/s; at least %d)"
                        .formatted(
                                name,
                                share(rates, wholeRates),
                                whole,
                                Rounds.median(rates),
                                Rounds.median(wholeRates),
                                atLeast));
    }

    private static String share(double[] rates, double[] wholeRates) {
        var shares = shares(rates, wholeRates);
        var each = Arrays.stream(shares).mapToObj("%.0f"::formatted).collect(Collectors.joining(", "));
        return "%.0f %% (%s)".formatted(Rounds.median(shares), each);
    }

    /** In percent, of each round by itself: a machine that others use may be twice as fast in the next one. */
    private static double[] shares(double[] rates, double[] wholeRates) {
        var shares = new double[ROUNDS];
        Arrays.setAll(shares, round -> 100 * rates[round] / wholeRates[round]);
        return shares;
    }

    // ---- What becomes of too much

    /** A service that takes 16 requests at a time for 20 ms each: 800 in a second, so the gateway is not what is short. */
    private void overload() {
        int places = 16;
        var time = Duration.ofMillis(20);
        try (var origin = SlowOrigin.start(originPort, places, time)) {
            var request = WireRequest.get(BARE_PATH).bytes();
            int port = stack.port(Service.GATEWAY);
            var peak = LoadDriver.run(
                    Load.closed(port, 2 * places, Duration.ofSeconds(seconds)), Requests.repeating(request));
            var offered = 5 * peak.perSecond();
            // Turning away is a path of its own, and the first flood of a process finds it not compiled.
            flood(port, offered, request);
            var watch = ProcessWatch.start(stack.processes());
            var flooded = flood(port, offered, request);
            report.add(peak.as("service of 800/s, as much as it takes", Map.of()));
            report.add(flooded.as("service of 800/s, five times that (%.0f/s)".formatted(offered), watch.end()));
            report.figure("answers under overload: " + flooded.statuses());
            report.verdict(
                    flooded.perSecond() >= 0.8 * peak.perSecond(),
                    "goodput under five times the load: %.0f %% of the peak (at least 80)"
                            .formatted(100 * flooded.perSecond() / peak.perSecond()));
            report.verdict(
                    !(flooded.unexpected().millisAt(99) > 20),
                    "turned away within, p50 %.1f ms, p99 %.1f ms (at most 20)"
                            .formatted(
                                    flooded.unexpected().millisAt(50),
                                    flooded.unexpected().millisAt(99)));
        }
    }

    private LoadResult flood(int port, double offered, byte[] request) {
        return LoadDriver.run(
                Load.open(port, OVERLOAD_CONNECTIONS, offered, Duration.ofSeconds(seconds)),
                Requests.repeating(request));
    }

    /** A page of appointments, roughly: 1.5 kB. */
    private static String json() {
        var item = "{\"id\":\"0199a8c0-7f00-7000-8000-0123456789ab\",\"status\":\"confirmed\",\"startsAt\":"
                + "\"2026-12-01T14:30:00Z\",\"price\":{\"amount\":4500,\"currency\":\"USD\"}}";
        return "{\"items\":[" + String.join(",", Collections.nCopies(10, item)) + "],\"nextCursor\":null}";
    }
}
