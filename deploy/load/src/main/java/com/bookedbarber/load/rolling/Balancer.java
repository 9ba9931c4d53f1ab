package com.bookedbarber.load.rolling;

import com.bookedbarber.local.stack.Endpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * What a cluster's service address does: new connections go to the members in turn, and a connection stays with its
 * member until one of the two ends it. It looks at bytes, not at requests.
 */
final class Balancer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocket http = listen();
    private final ServerSocket management = listen();
    private final List<Endpoint> members = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Balancer() {
        Thread.ofVirtual().start(() -> serve(http, Endpoint::http));
        Thread.ofVirtual().start(() -> serve(management, Endpoint::management));
    }

    /** Its address. */
    Endpoint endpoint() {
        return new Endpoint(http.getLocalPort(), management.getLocalPort());
    }

    void join(Endpoint member) {
        members.add(member);
    }

    /** Gets no new connection any more; those it has stay. */
    void leave(Endpoint member) {
        members.remove(member);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket door, ToIntFunction<Endpoint> port) {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client, port));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client, ToIntFunction<Endpoint> port) {
        var now = List.copyOf(members);
        if (now.isEmpty()) {
            close(client);
            return;
        }
        var member = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), port.applyAsInt(member));
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(client, server));
            pass(server, client);
        } catch (IOException e) {
            close(client);
        }
    }

    /** Until there is nothing more; then both ends are closed, as neither expects half a connection. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One of them went; the other learns of it now.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(http);
        close(management);
    }
}
