package com.bookedbarber.local.live;

import com.bookedbarber.local.stack.Endpoint;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.platform.stores.ServiceRole;
import com.bookedbarber.platform.stores.Stores;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service in {@code ./dev live}, on free ports of loopback and a database of its own. */
final class LiveService implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Process script;
    private final Endpoint endpoint;
    private final Path log;

    private LiveService(Process script, Endpoint endpoint, Path log) {
        this.script = script;
        this.endpoint = endpoint;
        this.log = log;
    }

    /**
     * Starts it; it is not ready yet.
     *
     * @param checkout whose {@code ./dev} is called
     * @param log the file that takes what it prints
     */
    static LiveService start(Service service, Checkout checkout, Path log) throws IOException {
        var endpoint = Endpoint.free();
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(
                        "sh",
                        checkout.folder().resolve("dev").toString(),
                        "live",
                        service.label(),
                        // Later ones win over those that ./dev gives by itself; no port for a debugger.
                        "-Dquarkus.http.port=" + endpoint.http(),
                        "-Dquarkus.management.port=" + endpoint.management(),
                        "-Ddebug=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment(service, endpoint));
        return new LiveService(builder.start(), endpoint, log);
    }

    private static Map<String, String> environment(Service service, Endpoint endpoint) {
        var stores = Stores.shared();
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("PATH", path());
        variables.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("REDIS_URL", stores.redisUrl());
        variables.put("DB_URL", stores.newDatabase("live").jdbcUrl());
        variables.put("DB_USER", service.role().orElseThrow().role());
        variables.put("DB_PASSWORD", ServiceRole.LOCAL_PASSWORD);
        // Nobody but itself: a stack may be running on this machine.
        for (var other : Service.values()) {
            variables.put(other.label().toUpperCase(Locale.ROOT).replace('-', '_') + "_URL", endpoint.url());
        }
        return variables;
    }

    /** With the Maven that runs this build before that of the system, which may be too old for Quarkus. */
    private static String path() {
        var maven = System.getProperty("maven.home");
        return (maven == null ? "" : Path.of(maven, "bin") + File.pathSeparator) + System.getenv("PATH");
    }

    /** Where it serves. */
    String url() {
        return endpoint.url();
    }

    boolean isAlive() {
        return script.isAlive();
    }

    /** The processes that are at work for it. */
    Set<Long> processes() {
        return script.descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** What it has printed. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Asks all its processes to end, and after a while makes them. */
    @Override
    public void close() {
        var processes = Stream.concat(script.descendants(), Stream.of(script.toHandle()))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        if (!haveEnded(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            haveEnded(processes);
        }
    }

    /** Waits for them, but not for long. */
    private static boolean haveEnded(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(GOODBYE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
