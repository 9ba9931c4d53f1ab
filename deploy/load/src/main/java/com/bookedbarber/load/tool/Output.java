package com.bookedbarber.load.tool;

import com.bookedbarber.load.BenchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a program says from its start to its end. */
public final class Output {

    private Output() {}

    /**
     * Runs it to its end.
     *
     * @throws BenchException with what it said if it fails
     */
    public static String of(List<String> command) {
        return of(new ProcessBuilder(command));
    }

    /** Runs it, prepared, to its end. */
    public static String of(ProcessBuilder builder) {
        try {
            var process = builder.redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchException(builder.command().getFirst() + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
