package com.bookedbarber.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The process ids of a stack, one file {@code <name>.pid} each. */
final class RunFolder {

    private static final String SUFFIX = ".pid";

    /** Between a process's start and the writing of its file. */
    private static final int SLACK_SECONDS = 5;

    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    void remember(String name, ProcessHandle process) {
        try {
            Files.writeString(file(name), process.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names with a file, alive or not. */
    List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process of this name; a later process that was given its number does not count. */
    Optional<ProcessHandle> find(String name) {
        try {
            var file = file(name);
            var pid = Long.parseLong(Files.readString(file).strip());
            var latestStart = Files.getLastModifiedTime(file).toInstant().plusSeconds(SLACK_SECONDS);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            process.info().startInstant().orElse(Instant.MIN).isBefore(latestStart));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Asks it to end, and after ten seconds makes it. */
    void stop(String name) {
        stop(List.of(name));
    }

    /** Asks all of them to end at the same time, and after ten seconds makes those that have not. */
    void stop(Collection<String> names) {
        var processes = names.stream().map(this::find).flatMap(Optional::stream).toList();
        processes.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
        names.forEach(this::forget);
    }

    /** Asks it to end and waits; false if it had to be made to. */
    static boolean stop(ProcessHandle process, int patienceSeconds) {
        process.destroy();
        try {
            process.onExit().orTimeout(patienceSeconds, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            process.destroyForcibly();
            return false;
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
