package com.bookedbarber.load.edge;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.JavaCommand;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.platform.stores.FreePort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that listens on loopback, beside which the gateway is measured. */
final class EdgeProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private EdgeProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and returns when it listens.
     *
     * @param folder where its output goes, and where it is started
     */
    static EdgeProcess start(Path folder, int port, List<String> command) {
        try {
            Files.createDirectories(folder);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            var edge = new EdgeProcess(process, port);
            edge.awaitListening(folder);
            return edge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A {@link LibraryProxy} in front of this port. */
    static EdgeProcess library(Path home, int originPort) {
        return java(home, "library-proxy", FreePort.next(), LibraryProxy.class, Integer.toString(originPort));
    }

    /** An {@link InstantService} on this port. */
    static EdgeProcess service(Path home, int port, String json) {
        return java(home, "instant-service", port, InstantService.class, json);
    }

    /** Runs the class with the gateway's files; here there is no Vert.x, and nothing of it may be called. */
    private static EdgeProcess java(Path home, String folder, int port, Class<?> main, String argument) {
        var classes = main.getProtectionDomain().getCodeSource().getLocation();
        var libraries = Folders.of(home).app().apply(Service.GATEWAY).resolve("lib/main/*");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JavaCommand.options(Service.GATEWAY));
        command.addAll(List.of("-cp", Path.of(URI.create(classes.toString())) + ":" + libraries, main.getName()));
        command.addAll(List.of(Integer.toString(port), argument));
        return start(home.resolve(".local/bench").resolve(folder), port, command);
    }

    private void awaitListening(Path folder) {
        for (int tries = 0; tries < 200 && process.isAlive(); tries++) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (probe.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        close();
        throw new BenchException("What the gateway is compared with did not start; see output.log in " + folder + ".");
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
