package com.bookedbarber.load.stack;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.http.HttpWire;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Endpoint;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.local.stack.ServiceProcesses;
import com.bookedbarber.platform.stores.Database;
import com.bookedbarber.platform.stores.Durability;
import com.bookedbarber.platform.stores.EmbeddedPostgres;
import com.bookedbarber.platform.stores.EmbeddedRedis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stores and services that belong to one bench, on ports of their own and with data that is thrown away. They are the
 * very processes of {@code ./dev up}: real ones, with the same options, and a database that keeps what it has committed.
 */
public final class OwnStack implements AutoCloseable {

    private final Path folder;
    private final Addresses addresses;
    private final ServiceProcesses services;
    private final EmbeddedPostgres postgres;
    private EmbeddedRedis redis;
    private final MailSink mail;
    private final Map<String, ProcessHandle> running = new LinkedHashMap<>();
    private final Thread ending = new Thread(this::stopAll, "stop-bench-stack");

    private OwnStack(Path home, Map<Service, Endpoint> elsewhere) throws IOException {
        folder = Files.createDirectories(
                home.resolve(".local/bench/stack-" + ProcessHandle.current().pid()));
        // Caches of ./dev up fit, because they were recorded with the same files and options.
        Files.createSymbolicLink(folder.resolve("aot"), Files.createDirectories(home.resolve(".local/aot")));
        mail = MailSink.start();
        var free = Addresses.free();
        var endpoints = new EnumMap<>(free.services());
        endpoints.putAll(elsewhere);
        addresses =
                new Addresses(endpoints, free.postgres(), free.redis(), mail.port(), free.mailPage(), free.database());
        var folders = new Folders(folder, Folders.of(home).app());
        services = new ServiceProcesses(addresses, folders, "demo");
        Runtime.getRuntime().addShutdownHook(ending);
        postgres = EmbeddedPostgres.start(
                addresses.postgres(), folder.resolve("data"), folders.log("postgres"), Durability.DURABLE);
        postgres.database(addresses.database());
        redis = EmbeddedRedis.start(addresses.redis(), folder.resolve("redis"), folders.log("redis"));
    }

    /** Starts the stores; services are started one by one. */
    public static OwnStack start(Path home) {
        return start(home, Map.of());
    }

    /**
     * Starts the stores.
     *
     * @param elsewhere services that something else stands in for, and where
     */
    public static OwnStack start(Path home, Map<Service, Endpoint> elsewhere) {
        try {
            return new OwnStack(home, elsewhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a service on its address. */
    public void start(Service service) {
        start(service, service.label(), addresses.of(service), Map.of());
    }

    /** Starts one more of a service. */
    public Endpoint startAnother(Service service, Map<String, String> variables) {
        var endpoint = Endpoint.free();
        start(service, another(service, endpoint), endpoint, variables);
        return endpoint;
    }

    /** Starts a service under a name of its own, and returns when it is ready. */
    public void start(Service service, String name, Endpoint endpoint, Map<String, String> variables) {
        running.put(name, services.start(service, name, endpoint, true, variables));
        services.awaitReady(name, endpoint);
    }

    /**
     * Starts a service on its address, with nobody else about, and returns as soon as it is ready.
     *
     * @param cached whether from its AOT cache
     */
    public ProcessHandle startAlone(Service service, boolean cached) {
        var process = services.start(service, service.label(), addresses.of(service), cached, Map.of());
        running.put(service.label(), process);
        services.awaitReady(service.label(), addresses.of(service));
        return process;
    }

    /** Whether there is an AOT cache of it that fits. */
    public boolean hasCache(Service service) {
        return services.hasCache(service);
    }

    /** Ends a service, and starts it again on the same address. */
    public void restart(Service service) {
        restart(service, Map.of());
    }

    /** Ends a service, and starts it again on the same address with other variables. */
    public void restart(Service service, Map<String, String> variables) {
        stop(service);
        start(service, service.label(), addresses.of(service), variables);
    }

    /** Ends a service. */
    public void stop(Service service) {
        stop(service.label());
    }

    /** Ends one that {@link #startAnother} has started. */
    public void stop(Service service, Endpoint endpoint) {
        stop(another(service, endpoint));
    }

    private static String another(Service service, Endpoint endpoint) {
        return service.label() + "-" + endpoint.http();
    }

    private void stop(String name) {
        services.stop(name);
        running.remove(name);
    }

    public int port(Service service) {
        return addresses.of(service).http();
    }

    public Addresses addresses() {
        return addresses;
    }

    /** A client of one service, without a gateway between. */
    public SuiteClient client(Service service) {
        return SuiteClient.of(addresses.of(service).url());
    }

    /** The administrator, in a service's schema. */
    public AdminSql sql(Service service) {
        try {
            var schema = service.role().orElseThrow().schema();
            return new AdminSql(new Database(addresses.postgres(), addresses.database()).connectAsAdmin(), schema);
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL cannot be reached: " + e.getMessage(), e);
        }
    }

    /** What runs, by short names. */
    public Map<String, ProcessHandle> processes() {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        running.forEach((name, process) -> processes.put(name.replace("-service", ""), process));
        postgres.process().ifPresent(process -> processes.put("postgres", process));
        processes.put("redis", redis.process());
        return processes;
    }

    /** Ends Redis as a crash would. */
    public void killRedis() {
        redis.process().destroyForcibly();
    }

    /** Starts Redis again where it was. */
    public void restartRedis() {
        redis = EmbeddedRedis.start(addresses.redis(), folder.resolve("redis"), log("redis"));
    }

    /** Whether the gateway on this port says that it counts in Redis. */
    public boolean countsInRedis(int gatewayPort) {
        try (var wire = new HttpWire(gatewayPort)) {
            return wire.exchange(WireRequest.get("/readiness").bytes()).text().contains("\"redis\":\"up\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** How many mails the services have delivered. */
    public long mails() {
        return mail.mails();
    }

    /** The log of one of its processes. */
    public Path log(String name) {
        return folder.resolve("log").resolve(name + ".log");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(ending);
        stopAll();
    }

    private void stopAll() {
        for (var name : running.keySet().stream().toList().reversed()) {
            stop(name);
        }
        if (redis != null) {
            redis.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        mail.close();
        delete();
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + folder);
        }
    }
}
