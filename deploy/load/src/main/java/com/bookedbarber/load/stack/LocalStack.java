package com.bookedbarber.load.stack;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.demo.DemoAccounts;
import com.bookedbarber.local.demo.DemoShop;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.platform.stores.Database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code ./dev up} runs on its fixed addresses, as a bench sees it. */
public final class LocalStack {

    private static final List<String> PROCESSES = Stream.concat(
                    Stream.of(Service.values()).map(Service::label), Stream.of("postgres", "redis"))
            .toList();

    private final Path home;
    private final Addresses addresses = Addresses.local();

    private LocalStack(Path home) {
        this.home = home;
    }

    /**
     * The stack of this project's folder.
     *
     * @throws BenchException if it does not run
     */
    public static LocalStack running(Path home) {
        var stack = new LocalStack(home);
        try {
            var ready = SuiteClient.of(stack.addresses.gatewayUrl()).get("/readiness");
            if (ready.succeeded()) {
                return stack;
            }
            throw new BenchException("The stack is not ready: " + ready.describe() + ". See .local/log.");
        } catch (UncheckedIOException e) {
            throw new BenchException(
                    "There is no running stack to measure. Start one with ./dev up, and try again.", e);
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The port a service serves on. */
    public int port(Service service) {
        return addresses.of(service).http();
    }

    /** A client of the gateway. */
    public SuiteClient gateway() {
        return SuiteClient.of(addresses.gatewayUrl());
    }

    /** An access token of the demo shop's owner. */
    public String ownerToken() {
        return token(DemoAccounts.OWNER);
    }

    /** An access token of the demo shop's client. */
    public String clientToken() {
        return token(DemoAccounts.CLIENT);
    }

    private String token(DemoAccounts.Account account) {
        var login = gateway()
                .post("/api/v1/auth/login", Map.of("email", account.email(), "password", DemoAccounts.PASSWORD));
        if (!login.succeeded()) {
            throw new BenchException("Signing in " + account.email() + " was answered " + login.describe() + ".");
        }
        return login.text("/accessToken");
    }

    /** The demo shop's id. */
    public String demoShop() {
        var shop = gateway().get("/api/v1/shops/" + DemoShop.SLUG);
        if (!shop.succeeded()) {
            throw new BenchException("There is no demo shop (" + shop.describe() + "); ./dev up makes one.");
        }
        return shop.text("/id");
    }

    /** A connection of the database's administrator. */
    public Connection database() {
        try {
            return new Database(addresses.postgres(), addresses.database()).connectAsAdmin();
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL cannot be reached: " + e.getMessage(), e);
        }
    }

    /** The stack's processes that live, by short names; one that is not this folder's is not among them. */
    public Map<String, ProcessHandle> processes() {
        var found = new LinkedHashMap<String, ProcessHandle>();
        for (var name : PROCESSES) {
            process(name).ifPresent(process -> found.put(name.replace("-service", ""), process));
        }
        return found;
    }

    /** The process of a service, if it lives and is this folder's. */
    public Optional<ProcessHandle> process(Service service) {
        return process(service.label());
    }

    private Optional<ProcessHandle> process(String name) {
        try {
            var file = home.resolve(".local/run").resolve(name + ".pid");
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** How much memory each service may take. */
    public MemoryLimits memoryLimits() {
        return MemoryLimits.of(home);
    }
}
