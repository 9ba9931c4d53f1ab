package com.bookedbarber.local.stack;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.demo.DemoException;
import com.bookedbarber.local.demo.DemoShop;
import com.bookedbarber.local.demo.MainJob;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records the services' AOT caches: starts them, plays the main job a few times, and ends them so that they write what
 * they learned. It is worth a minute after a build, and never worth failing for.
 */
final class Training {

    private static final int ROUNDS = 3;

    /** Writing a cache takes a JVM several seconds of both cores; a busy machine stretches that. */
    private static final int PATIENCE_SECONDS = 600;

    private static final List<String> PAGES = List.of(
            "/health", "/readiness", "/metrics", "/openapi", "/docs", "/.well-known/jwks.json", "/no-such-page");

    private final Addresses addresses;
    private final ServiceProcesses processes;
    private final Console console;
    private final Map<Service, AotCache> missing = new EnumMap<>(Service.class);

    /**
     * A training over stores that run.
     *
     * @param addresses naming a database of its own, so that training leaves nothing behind but the caches
     */
    Training(Addresses addresses, Folders folders, String limits, Console console) {
        this.addresses = addresses;
        this.processes = new ServiceProcesses(addresses, folders, limits);
        this.console = console;
        for (var service : Service.values()) {
            var cache = new AotCache(service, folders);
            if (!cache.fits()) {
                missing.put(service, cache);
            }
        }
    }

    /** Whether any service starts without a cache. */
    boolean isNeeded() {
        return !missing.isEmpty();
    }

    /** Records what is missing; says so when it cannot, and returns whether it could. */
    boolean record() {
        console.say("  New since the last build: " + names() + ". Recording how they start, once.");
        boolean played = false;
        try {
            console.step("  started without a cache", this::start);
            console.step("  played the main job " + ROUNDS + " times", this::play);
            played = true;
        } catch (StackException | DemoException | UncheckedIOException e) {
            console.say("  The recording is incomplete, so the next starts are slower: " + e.getMessage()
                    + " Once the stack runs, that log's name ends in .before.log.");
        } finally {
            console.step("  caches written", this::stopAll);
        }
        return played && missing.values().stream().allMatch(AotCache::fits);
    }

    private String names() {
        return missing.keySet().stream().map(Service::label).collect(Collectors.joining(", "));
    }

    private void start() {
        for (var service : Service.values()) {
            var cache = missing.get(service);
            if (cache == null) {
                processes.start(service);
            } else {
                cache.discard();
                processes.startRecording(service, cache);
            }
        }
        for (var service : Service.values()) {
            processes.awaitReady(service);
        }
    }

    private void play() {
        var client = SuiteClient.of(addresses.gatewayUrl()).patientFor(Duration.ofSeconds(20));
        DemoShop.seed(client);
        for (int round = 0; round < ROUNDS; round++) {
            PAGES.forEach(client::get);
            MainJob.play(addresses.gatewayUrl(), addresses.mailUrl(), line -> {});
        }
    }

    /** All at once, so that writing one cache overlaps with writing the next. */
    private void stopAll() {
        var running = new EnumMap<Service, ProcessHandle>(Service.class);
        for (var service : Service.inStoppingOrder()) {
            processes.run().find(service.label()).ifPresent(process -> running.put(service, process));
        }
        running.values().forEach(ProcessHandle::destroy);
        running.forEach((service, process) -> keepCache(service, RunFolder.stop(process, PATIENCE_SECONDS)));
        for (var service : Service.values()) {
            processes.run().forget(service.label());
        }
    }

    private void keepCache(Service service, boolean ended) {
        var cache = missing.get(service);
        if (cache == null) {
            return;
        }
        if (!ended) {
            // What a killed process was writing is not whole.
            cache.discard();
        }
        if (!cache.recorded()) {
            console.say("  " + service.label() + " left no cache and keeps starting slowly; its log says why.");
        }
    }
}
