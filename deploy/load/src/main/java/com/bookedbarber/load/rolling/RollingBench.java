package com.bookedbarber.load.rolling;

import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.measure.ProcessUsage;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.measure.Tally;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.stack.Endpoint;
import com.bookedbarber.local.stack.Service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Replaces every instance of every service, one after the other, at half of the load that the suite can take, in the order
 * a cluster does it: a new one gets ready, the old one gets no new connections, and some seconds later it is asked to end.
 * Then the same with two gateways, whose clients keep their connections. No request may fail.
 */
public final class RollingBench {

    private static final List<Service> ROLLED =
            List.of(Service.USER, Service.BOOKING, Service.PAYMENT, Service.ANALYTICS);

    /** Shorter than in the manifests (5 s and 5 s), which makes it harder. */
    private static final Duration PRE_STOP = Duration.ofSeconds(2);

    private static final Map<String, String> ENDING = Map.of("BB_SHUTDOWN_DELAY", "3S");
    private static final int CLIENTS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(12);

    private final OwnStack stack;
    private final Report report;
    private final Map<Service, Balancer> balancers;
    private final Map<Service, List<Endpoint>> instances = new EnumMap<>(Service.class);

    private RollingBench(OwnStack stack, Report report, Map<Service, Balancer> balancers) {
        this.stack = stack;
        this.report = report;
        this.balancers = balancers;
    }

    /** Runs it; {@code --rate} sets the requests per second instead of measuring what the half is. */
    public static void run(Path home, BenchOptions options, Report report) {
        var balancers = new EnumMap<Service, Balancer>(Service.class);
        var addresses = new EnumMap<Service, Endpoint>(Service.class);
        for (var service : Service.values()) {
            balancers.put(service, new Balancer());
            addresses.put(service, balancers.get(service).endpoint());
        }
        try (var stack = OwnStack.start(home, addresses)) {
            var bench = new RollingBench(stack, report, balancers);
            bench.start();
            bench.roll(options.number("rate", 0));
        } finally {
            balancers.values().forEach(Balancer::close);
        }
    }

    private void start() {
        report.progress("starting two of each service, for this bench alone");
        for (var service : ROLLED) {
            add(service);
            add(service);
        }
        add(Service.GATEWAY);
    }

    private void add(Service service) {
        var instance = stack.startAnother(service, ENDING);
        instances.computeIfAbsent(service, none -> new ArrayList<>()).add(instance);
        balancers.get(service).join(instance);
    }

    private void roll(int givenRate) {
        var traffic =
                Traffic.through(SuiteClient.of(stack.addresses().gatewayUrl()).patientFor(Duration.ofSeconds(20)));
        LoadDriver.run(Load.closed(port(), CLIENTS, Duration.ofSeconds(10)).expecting(Traffic.FINE), traffic);
        double rate = givenRate > 0 ? givenRate : half(traffic);
        underLoad("every service", traffic, rate, () -> ROLLED.forEach(this::replaceAll));
        report.progress("starting a second gateway");
        add(Service.GATEWAY);
        underLoad("the gateway", traffic, rate, () -> replaceAll(Service.GATEWAY));
    }

    /** Where clients knock: at a balancer, in front of the gateways. */
    private int port() {
        return stack.port(Service.GATEWAY);
    }

    private double half(Traffic traffic) {
        var most = LoadDriver.run(
                Load.closed(port(), CLIENTS, Duration.ofSeconds(10)).expecting(Traffic.FINE), traffic);
        report.figure(
                "%.0f/s with %d clients without a pause; half of it is offered".formatted(most.perSecond(), CLIENTS));
        return most.perSecond() / 2;
    }

    private void underLoad(String what, Traffic traffic, double rate, Runnable replacing) {
        var watch = ProcessWatch.start(stack.processes());
        var visitor = new Visitor(port());
        traffic.begin();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = CompletableFuture.supplyAsync(
                    () -> LoadDriver.run(
                            Load.open(port(), 4 * CLIENTS, rate, LONGEST).expecting(Traffic.FINE), traffic),
                    clients);
            var visit = CompletableFuture.supplyAsync(visitor::stay, clients);
            try {
                replacing.run();
            } finally {
                traffic.end();
                visitor.leave();
            }
            judge(what, load.join(), visit.join(), watch.end(), rate);
        }
    }

    private void judge(String what, LoadResult load, Tally visit, Map<String, ProcessUsage> usage, double rate) {
        report.add(load.as("rolling restart of " + what, usage));
        report.figure("%s: answers by status: %s, %s".formatted(what, load.statuses(), visit));
        long failed = load.errors() + visit.count(answer -> !Visitor.isFine(answer));
        report.verdict(
                failed == 0,
                "%d of %,d requests failed while every instance of %s was replaced, at %.0f/s (none may)"
                        .formatted(failed, load.statuses().total() + visit.total(), what, rate));
    }

    private void replaceAll(Service service) {
        for (var old : List.copyOf(instances.get(service))) {
            add(service);
            balancers.get(service).leave(old);
            LockSupport.parkNanos(PRE_STOP.toNanos());
            stack.stop(service, old);
            instances.get(service).remove(old);
        }
        report.progress("replaced both instances of " + service.label());
    }
}
