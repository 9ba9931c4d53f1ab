package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * A PostgreSQL server and a Redis for tests. All test classes of a JVM share one pair, and all modules of a build can:
 * {@code ./dev test} starts one and names it in the environment.
 */
public final class Stores {

    /**
     * Environment variable or system property naming a running pair as {@code <postgresPort>:<redisPort>}. The first
     * user in a JVM leaves its own pair's ports in the system property, because Quarkus loads this class once per
     * test class loader.
     */
    public static final String RUNNING_PAIR = "BB_TEST_STORES";

    private final int postgresPort;
    private final int redisPort;

    private Stores(int postgresPort, int redisPort) {
        this.postgresPort = postgresPort;
        this.redisPort = redisPort;
    }

    /** The pair this JVM's tests share, started on first use and stopped when the JVM ends. */
    public static Stores shared() {
        synchronized (System.class) {
            var running = System.getProperty(RUNNING_PAIR, System.getenv(RUNNING_PAIR));
            if (running != null && !running.isBlank()) {
                return parse(running);
            }
            var stores = startPair();
            System.setProperty(RUNNING_PAIR, stores.ports());
            return stores;
        }
    }

    /** Starts a pair on free ports that throws its data away; it stops when the JVM ends. */
    public static Stores startPair() {
        try {
            var folder = Files.createTempDirectory("bookedbarber-stores");
            var postgres = EmbeddedPostgres.start(
                    FreePort.next(), folder.resolve("data"), folder.resolve("postgres.log"), Durability.THROW_AWAY);
            var redis = EmbeddedRedis.start(FreePort.next(), folder.resolve("redis"), folder.resolve("redis.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(postgres, redis, folder), "stop-stores"));
            return new Stores(postgres.port(), redis.port());
        } catch (IOException e) {
            throw new StoreException("No folder for the test stores: " + e.getMessage(), e);
        }
    }

    private static void discard(EmbeddedPostgres postgres, EmbeddedRedis redis, Path folder) {
        redis.close();
        postgres.close();
        try {
            PostgresLeftovers.delete(folder);
        } catch (IOException e) {
            System.err.println("Left behind: " + folder);
        }
    }

    private static Stores parse(String pair) {
        try {
            var ports = pair.split(":", 2);
            return new Stores(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new StoreException(RUNNING_PAIR + " is \"" + pair + "\", but must be <postgresPort>:<redisPort>.", e);
        }
    }

    /** The pair as {@link #RUNNING_PAIR} names it. */
    public String ports() {
        return postgresPort + ":" + redisPort;
    }

    /** The Redis' address, {@code redis://localhost:<port>}. Tests that share it choose their own keys. */
    public String redisUrl() {
        return "redis://localhost:" + redisPort;
    }

    /**
     * A fresh, empty database with the services' roles and schemas.
     *
     * @param hint letters, digits or underscores that make its name recognisable
     */
    public Database newDatabase(String hint) {
        var name = hint.replaceAll("\\W", "_").toLowerCase(Locale.ROOT) + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        return new Database(postgresPort, name).bootstrapped();
    }
}
