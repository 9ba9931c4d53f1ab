package com.bookedbarber.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Starts services as processes of their own and remembers them in the run folder. */
final class ServiceProcesses {

    private final Addresses addresses;
    private final Folders folders;
    private final RunFolder run;
    private final String limits;

    ServiceProcesses(Addresses addresses, Folders folders, String limits) {
        this.addresses = addresses;
        this.folders = folders;
        this.run = new RunFolder(folders.run());
        this.limits = limits;
    }

    /** Starts one from its AOT cache if there is one that fits. */
    void start(Service service) {
        start(service, service.label(), addresses.of(service));
    }

    /** Starts one under a name and on ports of its own. */
    void start(Service service, String name, Endpoint endpoint) {
        var cache = new AotCache(service, folders);
        start(service, name, endpoint, cache.fits() ? JavaCommand.with(cache) : JavaCommand.plain());
    }

    /** Starts one that leaves an AOT cache behind when it stops. */
    void startRecording(Service service, AotCache cache) {
        start(service, service.label(), addresses.of(service), JavaCommand.recording(cache));
    }

    private void start(Service service, String name, Endpoint endpoint, List<String> command) {
        var app = folders.app().apply(service);
        if (!Files.exists(app.resolve("quarkus-run.jar"))) {
            throw new StackException(service.label() + " is not built: there is no " + app.resolve("quarkus-run.jar")
                    + ". Build it first, with ./dev up or `mvn package`.");
        }
        var builder = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folders.log(name).toFile()));
        builder.environment()
                .putAll(ServiceEnvironment.of(
                        service,
                        endpoint,
                        addresses,
                        SigningKey.in(folders.keys()).toAbsolutePath(),
                        limits));
        try {
            run.remember(name, builder.start().toHandle());
        } catch (IOException e) {
            throw new StackException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    void awaitReady(Service service) {
        awaitReady(service.label(), addresses.of(service));
    }

    void awaitReady(String name, Endpoint endpoint) {
        var process = run.find(name)
                .orElseThrow(() -> new StackException(name + " ended at once: see " + folders.log(name) + "."));
        Readiness.await(name, endpoint.readiness(), process, folders.log(name));
    }

    RunFolder run() {
        return run;
    }
}
