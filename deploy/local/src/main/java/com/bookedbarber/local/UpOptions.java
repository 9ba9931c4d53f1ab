package com.bookedbarber.local;

import com.bookedbarber.local.stack.StackException;

import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./dev up} was asked for.
 *
 * @param name the one process to start beside a running stack; null for the whole stack
 * @param port where a second copy of a service listens; 0 for its own port
 * @param infra only the stores and the mail
 */
record UpOptions(String name, int port, boolean infra) {

    private static final String USAGE = "Usage: ./dev up [--infra] | ./dev up <name> [--port <port>]";

    /** Its management port lies a thousand above. */
    private static final int HIGHEST_PORT = 64_535;

    static UpOptions parse(List<String> arguments) {
        String name = null;
        int port = 0;
        boolean infra = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.equals("--infra")) {
                infra = true;
            } else if (argument.equals("--port") && rest.hasNext()) {
                port = port(rest.next());
            } else if (argument.startsWith("-") || name != null) {
                throw new StackException("\"" + argument + "\" is not understood. " + USAGE);
            } else {
                name = argument;
            }
        }
        if (infra && name != null || port != 0 && name == null) {
            throw new StackException("--port goes with a service's name, --infra without one. " + USAGE);
        }
        return new UpOptions(name, port, infra);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1024 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw new StackException("--port takes a number from 1024 to " + HIGHEST_PORT + ". " + USAGE);
    }
}
