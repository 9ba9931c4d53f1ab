package com.bookedbarber.local.stack;

import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.mail.MailServer;
import com.bookedbarber.platform.stores.Durability;
import com.bookedbarber.platform.stores.EmbeddedPostgres;
import com.bookedbarber.platform.stores.EmbeddedRedis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The whole suite as real processes on this machine: stores, mail, five services. */
public final class Stack implements AutoCloseable {

    private static final String POSTGRES = "postgres";
    private static final String REDIS = "redis";
    private static final String TRAINING_DATABASE = "bookedbarber_training";

    private final Addresses addresses;
    private final Folders folders;
    private final Durability durability;
    private final String limits;
    private final Console console;
    private final ServiceProcesses processes;
    private final RunFolder run;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;
    private MailServer mail;

    /**
     * A stack that is not started yet.
     *
     * @param limits the gateway's rate limits: {@code demo} or {@code default}
     */
    public Stack(Addresses addresses, Folders folders, Durability durability, String limits, Console console) {
        this.addresses = addresses;
        this.folders = folders;
        this.durability = durability;
        this.limits = limits;
        this.console = console;
        this.processes = new ServiceProcesses(addresses, folders, limits);
        this.run = processes.run();
    }

    /** Where everything listens. */
    public Addresses addresses() {
        return addresses;
    }

    /** Fails with a sentence if another program listens where this stack wants to. */
    public void requireFreePorts(boolean withServices) {
        Ports.requireFree(addresses.ports(withServices));
    }

    /** Stops what a run that was killed has left running, and says so. */
    public void clearLeftovers() {
        List<String> left =
                run.names().stream().filter(name -> run.find(name).isPresent()).toList();
        if (!left.isEmpty()) {
            console.step(
                    "Stopped what an earlier run left: " + String.join(", ", left),
                    () -> run.stop(
                            left.stream().filter(name -> !name.equals(POSTGRES)).toList()));
        }
        // A server left over its data folder is stopped by the one that takes the folder over.
        run.names().stream().filter(name -> !name.equals(POSTGRES)).forEach(run::forget);
    }

    /** Starts PostgreSQL, Redis and the mail server. */
    public void startStores() {
        console.step("PostgreSQL on " + addresses.postgres(), this::startPostgres);
        console.step("Redis on " + addresses.redis(), this::startRedis);
        console.step("Mail on " + addresses.smtp() + ", its page on " + addresses.mailPage(), () -> {
            mail = MailServer.start(addresses.smtp(), addresses.mailPage());
        });
    }

    boolean hasStore(String name) {
        return name.equals(POSTGRES) || name.equals(REDIS);
    }

    void startStore(String name) {
        if (name.equals(POSTGRES)) {
            startPostgres();
        } else {
            startRedis();
        }
    }

    private void startPostgres() {
        postgres =
                EmbeddedPostgres.start(addresses.postgres(), folders.data(POSTGRES), folders.log(POSTGRES), durability);
        postgres.database(addresses.database());
        postgres.process().ifPresent(process -> run.remember(POSTGRES, process));
    }

    /** Starts Redis, for the first time or again. */
    public void startRedis() {
        redis = EmbeddedRedis.start(addresses.redis(), folders.data(REDIS), folders.log(REDIS));
        run.remember(REDIS, redis.process());
    }

    /**
     * Records AOT caches for services that have none that fits. It uses a database of its own, so that nothing of it
     * is left but the caches.
     *
     * @return whether every service has a cache of all that was to be played
     */
    public boolean train() {
        var training = new Training(addresses.withDatabase(TRAINING_DATABASE), folders, limits, console);
        if (!training.isNeeded()) {
            return true;
        }
        postgres.dropDatabase(TRAINING_DATABASE);
        postgres.database(TRAINING_DATABASE);
        var complete = training.record();
        postgres.dropDatabase(TRAINING_DATABASE);
        redis.clear();
        mail.clear();
        return complete;
    }

    /** Starts all services and waits until each is ready. */
    public void startServices() {
        for (var service : Service.values()) {
            startAgain(service);
        }
        for (var service : Service.values()) {
            console.step(service.label() + " on " + addresses.of(service).url(), () -> processes.awaitReady(service));
        }
        var readiness = URI.create(addresses.gatewayUrl() + "/readiness");
        console.step(
                "Everything reachable through the gateway",
                () -> Readiness.await(
                        "The gateway",
                        readiness,
                        run.find(Service.GATEWAY.label()).orElseThrow(),
                        folders.log(Service.GATEWAY.label())));
    }

    /** Begins a new log for it, keeping the last one, and starts it. */
    private void startAgain(Service service) {
        var log = folders.log(service.label());
        try {
            if (Files.exists(log)) {
                Files.move(log, folders.logBefore(service.label()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes.start(service);
    }

    /** Starts one service that is down, and waits until it is ready. */
    public void restart(Service service) {
        processes.start(service);
        processes.awaitReady(service);
    }

    /** Ends a process without giving it a chance to say goodbye, as {@code kill -9} does. */
    public void kill(String name) {
        run.find(name).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Names of what runs, to find logs by. */
    public List<String> names() {
        return run.names();
    }

    /** Stops everything: who is asked from outside, then the services at once, and last what they stand on. */
    @Override
    public void close() {
        var services = run.names().stream().filter(name -> !hasStore(name)).toList();
        stop(services.stream().filter(Stack::isGateway).toList());
        stop(services.stream().filter(name -> !isGateway(name)).toList());
        if (mail != null) {
            mail.close();
        }
        stop(List.of(REDIS));
        if (postgres != null) {
            console.step("Stopped postgres", postgres::close);
            run.forget(POSTGRES);
        }
    }

    /** The gateway, or a copy of it beside the first. */
    private static boolean isGateway(String name) {
        return name.startsWith(Service.GATEWAY.label());
    }

    private void stop(List<String> names) {
        var alive = names.stream().filter(name -> run.find(name).isPresent()).toList();
        if (!alive.isEmpty()) {
            console.step("Stopped " + String.join(", ", alive), () -> run.stop(alive));
        }
        names.forEach(run::forget);
    }
}
