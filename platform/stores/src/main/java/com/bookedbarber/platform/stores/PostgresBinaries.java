package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The folder that PostgreSQL's programs are unpacked into, once per user and version. Unpacking does not get past files
 * of an earlier attempt that was cut off, so those are removed first.
 */
final class PostgresBinaries {

    /** What the library writes when a version is unpacked completely. */
    private static final String COMPLETE = ".exists";

    private final Path folder;

    PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** The one that all of a user's builds and stacks share. */
    static PostgresBinaries shared() {
        return new PostgresBinaries(Path.of(
                System.getProperty("java.io.tmpdir"), "bookedbarber-postgres-" + System.getProperty("user.name")));
    }

    Path folder() {
        return folder;
    }

    /** Does what may unpack; while something has to be unpacked, one process does so at a time. */
    <T> T whileUnpacking(Callable<T> start) throws Exception {
        Files.createDirectories(folder);
        var present = versions();
        if (!present.isEmpty() && present.stream().allMatch(PostgresBinaries::isComplete)) {
            return start.call();
        }
        try (var channel = FileChannel.open(folder.resolve("unpacking.lock"), CREATE, WRITE);
                var _ = channel.lock()) {
            for (var version : versions()) {
                if (!isComplete(version)) {
                    PostgresLeftovers.delete(version);
                }
            }
            return start.call();
        }
    }

    private List<Path> versions() throws IOException {
        try (var versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory).toList();
        }
    }

    private static boolean isComplete(Path version) {
        return Files.exists(version.resolve(COMPLETE));
    }
}
