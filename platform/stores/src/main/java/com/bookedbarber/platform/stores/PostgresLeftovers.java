package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a run that was killed leaves in a PostgreSQL data folder, and how to get past it. */
final class PostgresLeftovers {

    private static final String LOCK_FILE = "postmaster.pid";
    private static final String STARTER_LOCK = "epg-lock";

    /** Exists once the first start went through; without it the folder may be half made. */
    private static final String COMPLETE = "bookedbarber.complete";

    private PostgresLeftovers() {}

    static void markComplete(Path data) throws IOException {
        Files.writeString(data.resolve(COMPLETE), "");
    }

    /** The server that runs over this folder, if any. */
    static Optional<ProcessHandle> postmaster(Path data) {
        try (var lines = Files.lines(data.resolve(LOCK_FILE))) {
            return lines.findFirst()
                    .map(String::strip)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(PostgresLeftovers::isPostgres);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Stops a server left running, removes a stale lock and a folder whose first start did not finish. */
    static void clear(Path data) throws IOException {
        var orphan = postmaster(data);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        // PostgreSQL refuses to start when the number in its lock belongs to any process of today.
        Files.deleteIfExists(data.resolve(LOCK_FILE));
        // Held by the process that started the server. When the server died alone, another process may replace it.
        Files.deleteIfExists(data.resolve(STARTER_LOCK));
        if (Files.isDirectory(data) && !Files.exists(data.resolve(COMPLETE))) {
            delete(data);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static void stop(ProcessHandle postmaster) throws IOException {
        // SIGINT is the "fast" shutdown: it does not wait for clients to leave.
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
        try {
            postmaster.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("an earlier server, process " + postmaster.pid() + ", does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
