package com.bookedbarber.local.stack;

import com.bookedbarber.local.console.Console;
import com.bookedbarber.platform.stores.Durability;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One process beside a running stack: one that was killed, again, or a second copy of a service on a port of its own.
 * It joins the stack, whose log stream shows it and whose end is its end.
 */
public final class Extra {

    private final Addresses addresses;
    private final Folders folders;
    private final String limits;
    private final Console console;

    private Extra(Addresses addresses, Folders folders, String limits, Console console) {
        this.addresses = addresses;
        this.folders = folders;
        this.limits = limits;
        this.console = console;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param port 0 for the service's own port
     * @throws StackException if there is no stack, no such name, or it runs already
     */
    public static void start(
            String name, int port, Addresses addresses, Folders folders, String limits, Console console) {
        if (!StackLock.isTaken(folders)) {
            throw new StackException("No stack is running here: start one with ./dev up or ./dev up --infra.");
        }
        var extra = new Extra(addresses, folders, limits, console);
        var service = Service.named(name);
        if (service.isPresent()) {
            extra.startService(service.get(), port);
        } else {
            extra.startStore(name, port);
        }
    }

    private void startService(Service service, int port) {
        var endpoint = port == 0 ? addresses.of(service) : Endpoint.at(port);
        var name = endpoint.equals(addresses.of(service)) ? service.label() : service.label() + "-" + port;
        var processes = new ServiceProcesses(addresses, folders, limits);
        requireNotRunning(processes.run(), name, " To start a second copy beside it, add --port <port>.");
        Ports.requireFree(Map.of(endpoint.http(), name, endpoint.management(), name));
        console.step(name + " on " + endpoint.url(), () -> {
            processes.start(service, name, endpoint);
            processes.awaitReady(name, endpoint);
        });
        console.say("  Its process is "
                + processes.run().find(name).map(ProcessHandle::pid).orElseThrow() + ", its log " + folders.log(name)
                + ". It stops with the stack.");
    }

    private void startStore(String name, int port) {
        var stack = new Stack(addresses, folders, Durability.DURABLE, limits, console);
        if (port != 0 || !stack.hasStore(name)) {
            throw new StackException("There is no service \"" + name + "\". There are "
                    + Arrays.stream(Service.values()).map(Service::label).collect(Collectors.joining(", "))
                    + ", and, without --port, postgres and redis.");
        }
        requireNotRunning(new RunFolder(folders.run()), name, "");
        console.step(name, () -> stack.startStore(name));
    }

    private static void requireNotRunning(RunFolder run, String name, String advice) {
        run.find(name).ifPresent(process -> {
            throw new StackException(name + " is running already (process " + process.pid() + ")." + advice);
        });
    }
}
