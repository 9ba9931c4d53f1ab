package com.bookedbarber.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where a stack keeps what it needs on disk.
 *
 * @param state the folder of everything that outlives a process
 * @param app the folder of a service's built application, holding {@code quarkus-run.jar}
 */
public record Folders(Path state, Function<Service, Path> app) {

    /** What {@code ./dev up} uses: {@code .local} in the project's folder. */
    public static Folders of(Path home) {
        var state = home.resolve(".local");
        return new Folders(state, service -> state.resolve("apps").resolve(service.label()));
    }

    public Path run() {
        return existing("run");
    }

    public Path log(String name) {
        return existing("log").resolve(name + ".log");
    }

    /** Where a log goes when the process starts again. */
    Path logBefore(String name) {
        return log(name + ".before");
    }

    Path data(String store) {
        return existing("data").resolve(store);
    }

    Path keys() {
        return existing("keys");
    }

    Path aot() {
        return existing("aot");
    }

    private Path existing(String name) {
        try {
            return Files.createDirectories(state.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
