package com.bookedbarber.load.protocol;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.stack.LocalStack;
import com.bookedbarber.local.stack.Service;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The performance testing protocol of the recommendations this product grew from: {@code /health}, the dashboard and the
 * list of appointments through the gateway, at 50 and at 100 users who each ask again once they were answered; and then,
 * because such users are polite and wait, at half that rate with users who arrive on their own. No request may fail, and
 * no service may take more memory than its manifest allows.
 */
public final class ProtocolBench {

    private static final int[] USERS = {50, 100};

    private final LocalStack stack;
    private final GatlingRun gatling;
    private final Report report;
    private final ProtocolVerdicts verdicts;
    private final int seconds;
    private final String token;

    private ProtocolBench(LocalStack stack, Report report, int seconds) {
        this.stack = stack;
        this.gatling = new GatlingRun(report.folder().resolve("gatling"), stack.processes());
        this.report = report;
        this.verdicts = new ProtocolVerdicts(report);
        this.seconds = seconds;
        this.token = stack.ownerToken();
    }

    /** Runs it; {@code --seconds} says how long each load lasts. */
    public static void run(LocalStack stack, BenchOptions options, Report report) {
        var bench = new ProtocolBench(stack, report, options.number("seconds", 10));
        var paths = bench.paths();
        report.progress("warming up");
        paths.forEach((name, path) -> bench.play("warm-up", path, USERS[0], 0));
        paths.forEach(bench::measure);
        bench.judge();
    }

    private void judge() {
        verdicts.judgeErrors();
        for (var service : Service.values()) {
            var peak = stack.process(service).map(ProcessWatch::peakMemoryMib).orElse(0L);
            verdicts.judgeMemory(service.label(), peak, stack.memoryLimits().mib(service));
        }
    }

    private Map<String, String> paths() {
        var shop = stack.demoShop();
        var today = LocalDate.now(ZoneOffset.UTC);
        var paths = new LinkedHashMap<String, String>();
        paths.put("GET /health", "/health");
        paths.put(
                "GET /api/v1/analytics/dashboard",
                "/api/v1/analytics/dashboard?shopId=" + shop + "&from=" + today.minusDays(30) + "&to=" + today);
        paths.put("GET /api/v1/appointments", "/api/v1/appointments?shopId=" + shop);
        return paths;
    }

    private void measure(String name, String path) {
        double peak = 0;
        for (int users : USERS) {
            var scenario = scenario(name + ", " + users + " users", path, users, 0);
            var measured = gatling.play(scenario);
            add(measured);
            peak = Math.max(peak, measured.perSecond());
        }
        var rate = Math.max(1, Math.round(peak / 2));
        add(gatling.play(scenario(name + ", " + rate + " arriving/s", path, 0, rate)));
    }

    private void add(Measurement measured) {
        report.add(measured);
        verdicts.count(measured);
    }

    private void play(String name, String path, int users, double rate) {
        gatling.play(scenario(name, path, users, rate));
    }

    private GatlingScenario scenario(String name, String path, int users, double rate) {
        return new GatlingScenario(
                name, stack.addresses().gatewayUrl(), path, path.equals("/health") ? "" : token, users, rate, seconds);
    }
}
