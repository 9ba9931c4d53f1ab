package com.bookedbarber.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The project's files, seen from its top. */
public final class Project {

    /** The five processes, by the names of their modules. */
    public static final List<String> SERVICES =
            List.of("user-service", "booking-service", "payment-service", "analytics-service", "gateway");

    private static final Path TOP = Path.of("").toAbsolutePath().getParent().getParent();

    private Project() {}

    /** A file or folder, named from the project's top. */
    public static Path path(String name) {
        return TOP.resolve(name);
    }

    /** What a file says. */
    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A properties file's entries, as they stand there. */
    public static Properties properties(String name) {
        var entries = new Properties();
        try (var reader = Files.newBufferedReader(path(name), StandardCharsets.UTF_8)) {
            entries.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The files of a folder and everything below it whose names end so, sorted. */
    public static List<Path> files(String folder, String... endings) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command prints; fails with its errors, or with {@code ifMissing} when there is no such command. */
    public static String run(String ifMissing, String... command) {
        try {
            var process = new ProcessBuilder(command).directory(TOP.toFile()).start();
            process.getOutputStream().close();
            var errors = new StringBuilder();
            var reading = Thread.ofVirtual().start(() -> errors.append(read(process.getErrorStream())));
            String output = read(process.getInputStream());
            reading.join();
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output + errors);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(ifMissing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
