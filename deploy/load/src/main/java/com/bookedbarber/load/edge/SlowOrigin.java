package com.bookedbarber.load.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A service with a known capacity: so many requests at a time, each for so long; more of them wait in line. */
final class SlowOrigin implements AutoCloseable {

    private static final byte[] BODY = "{\"items\":[],\"nextCursor\":null}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final Semaphore places;
    private final Duration time;

    private SlowOrigin(HttpServer server, int places, Duration time) {
        this.server = server;
        this.places = new Semaphore(places, true);
        this.time = time;
    }

    static SlowOrigin start(int port, int places, Duration time) {
        // The JDK's server closes what is idle beyond 200 connections, which its clients would take for a failure.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
            var origin = new SlowOrigin(server, places, time);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", origin::answer);
            server.start();
            return origin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            places.acquire();
            try {
                Thread.sleep(time);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, BODY.length);
        try (var out = exchange.getResponseBody()) {
            out.write(BODY);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
