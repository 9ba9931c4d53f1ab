package com.bookedbarber.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What a JVM learned about one service in a training run: loaded and linked classes, which take a cold start from ten
 * seconds to two. It fits only the very files, JVM and options it was recorded with.
 */
final class AotCache {

    private final Service service;
    private final Path file;
    private final Path stamp;
    private final Path app;

    AotCache(Service service, Folders folders) {
        this.service = service;
        this.file = folders.aot().resolve(service.label() + ".aot");
        this.stamp = folders.aot().resolve(service.label() + ".stamp");
        this.app = folders.app().apply(service);
    }

    Path file() {
        return file;
    }

    boolean fits() {
        try {
            return Files.exists(file)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(recordedWith());
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes room for a new recording. */
    void discard() {
        try {
            Files.deleteIfExists(stamp);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called once the recording JVM has ended; false if it left no cache. */
    boolean recorded() {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Files.writeString(stamp, recordedWith());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String recordedWith() throws IOException {
        try (var files = Files.walk(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(AotCache::describe)
                    .collect(Collectors.joining(
                            "\n", Runtime.version() + " " + JavaCommand.options(service) + "\n", "\n"));
        }
    }

    private static String describe(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
