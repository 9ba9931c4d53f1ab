package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A real PostgreSQL 18 in processes of its own, on loopback, with password sign-in. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Everybody needs a password: a test that proves a role's limits would prove nothing under `trust`. */
    private static final String SIGN_IN_RULES = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Path data;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts a server over a data folder, which is made on the first start and kept. A server that a killed run left
     * behind in that folder is stopped first; its stale lock file is removed.
     *
     * @param port the port to listen on
     * @param data the data folder
     * @param log the file its output is appended to
     * @throws StoreException if it does not accept connections within a minute
     */
    public static EmbeddedPostgres start(int port, Path data, Path log, Durability durability) {
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            PostgresLeftovers.clear(data);
            var binaries = PostgresBinaries.shared();
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setPort(port)
                    .setOverrideWorkingDirectory(binaries.folder().toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", Database.ADMIN_PASSWORD)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(output)
                    .setErrorRedirector(output);
            durability.settings().forEach(builder::setServerConfig);
            var postgres = new EmbeddedPostgres(binaries.whileUnpacking(builder::start), data);
            postgres.requirePasswords();
            return postgres;
        } catch (Exception | ExceptionInInitializerError e) {
            throw new StoreException(
                    "PostgreSQL did not start on port " + port + " (" + e.getMessage() + "); see " + log + ".", e);
        }
    }

    private void requirePasswords() throws IOException, SQLException {
        try (var admin = new Database(port(), "postgres").connectAsAdmin();
                var statement = admin.createStatement()) {
            statement.execute("ALTER ROLE " + Database.ADMIN + " PASSWORD '" + Database.ADMIN_PASSWORD + "'");
            Files.writeString(data.resolve("pg_hba.conf"), SIGN_IN_RULES);
            statement.execute("SELECT pg_reload_conf()");
        }
        PostgresLeftovers.markComplete(data);
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The operating system's process, empty once the server is gone. */
    public Optional<ProcessHandle> process() {
        return PostgresLeftovers.postmaster(data);
    }

    /** The database of this name, created if missing, with the services' roles and schemas. */
    public Database database(String name) {
        return new Database(port(), name).bootstrapped();
    }

    /** Removes the database of this name, with whoever is connected to it. */
    public void dropDatabase(String name) {
        try (var admin = new Database(port(), "postgres").connectAsAdmin();
                var statement = admin.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new StoreException("Could not remove database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Ends every connection and stops the server; data stays in its folder. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StoreException("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
