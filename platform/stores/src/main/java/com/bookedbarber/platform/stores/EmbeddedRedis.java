package com.bookedbarber.platform.stores;

import redis.embedded.RedisExecProvider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real Redis 7 in a process of its own, on loopback, keeping nothing: whatever it holds is gone when it stops. */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final Process process;

    private EmbeddedRedis(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param port the port to listen on
     * @param folder where its binary and its log go; created if missing
     * @throws StoreException if it does not answer within ten seconds
     */
    public static EmbeddedRedis start(int port, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            var command = List.of(
                    // Ctrl-C in a terminal reaches every process of the foreground; the order of stopping is ours.
                    "sh",
                    "-c",
                    "trap '' INT; exec \"$@\"",
                    "sh",
                    binary(folder).toString(),
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port),
                    "--save",
                    "",
                    "--appendonly",
                    "no",
                    "--maxmemory",
                    "64mb",
                    "--maxmemory-policy",
                    "allkeys-lru");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var redis = new EmbeddedRedis(port, process);
            redis.awaitAnswer(log);
            return redis;
        } catch (IOException e) {
            throw new StoreException("Redis could not be started: " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The operating system's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Its address as Quarkus and redis-cli take it. */
    public String url() {
        return "redis://localhost:" + port;
    }

    /** Whether a Redis answers on this port of the loopback address. */
    public static boolean answers(int port) {
        try {
            return "+PONG".equals(command(port, "PING"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Forgets everything it holds. */
    public void clear() {
        try {
            command(port, "FLUSHALL");
        } catch (IOException e) {
            throw new StoreException("Redis on port " + port + " does not answer: " + e.getMessage(), e);
        }
    }

    private static String command(int port, String command) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private void awaitAnswer(Path log) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new StoreException("Redis did not start on port " + port + "; see " + log + ".");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Path binary(Path folder) throws IOException {
        var binary = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (!Files.isExecutable(binary)) {
            var extracted = RedisExecProvider.defaultProvider().get().toPath();
            // Moved in one step, so that a start that was interrupted leaves no half of it behind.
            var whole = folder.resolve(
                    binary.getFileName() + "." + ProcessHandle.current().pid());
            Files.copy(extracted, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(whole, binary, StandardCopyOption.ATOMIC_MOVE);
        }
        return binary;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
