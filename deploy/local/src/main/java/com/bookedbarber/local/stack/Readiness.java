package com.bookedbarber.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until something that was started says that it is ready. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Short, because start times are measured with it; it is a hundredth of what a start takes. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int LAST_LINES = 15;

    private Readiness() {}

    /**
     * Returns once the address answers 200.
     *
     * @throws StackException with the end of its log when the process ends or five minutes pass
     */
    static void await(String name, URI address, ProcessHandle process, Path log) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(address)) {
            if (!process.isAlive()) {
                throw new StackException(
                        name + " ended instead of getting ready. The end of " + log + ":\n" + end(log));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(name + " was not ready after " + PATIENCE.toMinutes() + " minutes. The end of "
                        + log + ":\n" + end(log));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(3_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static String end(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
