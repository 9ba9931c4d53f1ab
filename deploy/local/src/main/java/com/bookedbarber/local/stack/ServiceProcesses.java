package com.bookedbarber.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Starts services as processes of their own and remembers them in the run folder. */
public final class ServiceProcesses {

    private final Addresses addresses;
    private final Folders folders;
    private final RunFolder run;
    private final String limits;

    /**
     * Processes of one stack.
     *
     * @param limits the gateway's rate limits: {@code demo} or {@code default}
     */
    public ServiceProcesses(Addresses addresses, Folders folders, String limits) {
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
        start(service, name, endpoint, true, Map.of());
    }

    /**
     * Starts one under a name, on ports and with variables of its own.
     *
     * @param cached whether from its AOT cache, if there is one that fits
     * @param variables of its environment, over those of the stack
     * @return its process
     */
    public ProcessHandle start(
            Service service, String name, Endpoint endpoint, boolean cached, Map<String, String> variables) {
        var cache = new AotCache(service, folders);
        var command = cached && cache.fits() ? JavaCommand.with(service, cache) : JavaCommand.plain(service);
        return start(service, name, endpoint, command, variables);
    }

    /** Whether there is an AOT cache it can start from. */
    public boolean hasCache(Service service) {
        return new AotCache(service, folders).fits();
    }

    /** Asks it to end, and after ten seconds makes it. */
    public void stop(String name) {
        run.stop(name);
    }

    /** Starts one that leaves an AOT cache behind when it stops. */
    void startRecording(Service service, AotCache cache) {
        start(service, service.label(), addresses.of(service), JavaCommand.recording(service, cache), Map.of());
    }

    private ProcessHandle start(
            Service service, String name, Endpoint endpoint, List<String> command, Map<String, String> variables) {
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
        builder.environment().putAll(variables);
        try {
            var process = builder.start().toHandle();
            run.remember(name, process);
            return process;
        } catch (IOException e) {
            throw new StackException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    void awaitReady(Service service) {
        awaitReady(service.label(), addresses.of(service));
    }

    /** Returns once it says that it is ready. */
    public void awaitReady(String name, Endpoint endpoint) {
        var process = run.find(name)
                .orElseThrow(() -> new StackException(name + " ended at once: see " + folders.log(name) + "."));
        Readiness.await(name, endpoint.readiness(), process, folders.log(name));
    }

    RunFolder run() {
        return run;
    }
}
