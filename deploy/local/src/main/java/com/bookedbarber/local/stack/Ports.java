package com.bookedbarber.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether somebody else listens where the stack wants to. */
final class Ports {

    private Ports() {}

    /** Fails with one sentence that names every port that is taken and who needs it. */
    static void requireFree(Map<Integer, String> needed) {
        var taken = needed.entrySet().stream()
                .filter(port -> isTaken(port.getKey()))
                .map(port -> port.getKey() + " (for " + port.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new StackException("Another program listens on port " + taken
                    + ". Stop it and try again; `lsof -i :<port>` or `ss -ltnp` tells which one it is.");
        }
    }

    static boolean isTaken(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var probe = new Socket()) {
            // Some systems let a program listen on loopback beside one that listens everywhere.
            probe.connect(address, 200);
            return true;
        } catch (IOException nobodyAnswers) {
            try (var socket = new ServerSocket()) {
                socket.bind(address);
                return false;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
