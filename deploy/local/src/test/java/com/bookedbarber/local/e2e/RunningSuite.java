package com.bookedbarber.local.e2e;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.demo.DemoShop;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.Stack;
import com.bookedbarber.platform.stores.Durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The whole suite as real processes on free ports, in a folder of its own: five services from the jars of this build,
 * PostgreSQL, Redis and mail. It is started once and shared by all end-to-end tests.
 */
final class RunningSuite {

    /** Long enough for a service that was killed to be back. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final RunningSuite SHARED = start();

    private final Stack stack;

    private RunningSuite(Stack stack) {
        this.stack = stack;
    }

    static RunningSuite shared() {
        return SHARED;
    }

    private static RunningSuite start() {
        var folders = new Folders(
                temporaryFolder(),
                service -> Path.of("../..", service.label(), "target", "quarkus-app")
                        .toAbsolutePath()
                        .normalize());
        // Writes reach the disk: killed services must find what they committed.
        var stack = new Stack(Addresses.free(), folders, Durability.DURABLE, "demo", Console.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-suite"));
        stack.startStores();
        stack.startServices();
        var suite = new RunningSuite(stack);
        DemoShop.seed(suite.client());
        return suite;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("bookedbarber-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stack stack() {
        return stack;
    }

    /** An anonymous client that fails at the first failure. */
    SuiteClient client() {
        return SuiteClient.of(stack.addresses().gatewayUrl());
    }

    /** An anonymous client that repeats what a killed service did not answer. */
    SuiteClient patientClient() {
        return client().patientFor(PATIENCE);
    }
}
