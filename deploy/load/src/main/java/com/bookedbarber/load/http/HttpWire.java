package com.bookedbarber.load.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One keep-alive HTTP/1.1 connection to loopback, as little between the clock and the socket as can be. It understands
 * what servers of this suite answer: {@code Content-Length} and chunked bodies.
 */
public final class HttpWire implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int CONNECT_MILLIS = 5_000;

    /** After so long without a request a server may have ended the connection, so it is looked at before it is used. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private final int port;
    private final long idleNanos;
    private final WireAnswerReader reader = new WireAnswerReader();
    private Socket socket;
    private InputStream in;
    private long lastUsed;

    /** A connection that is made with the first request. */
    public HttpWire(int port) {
        this(port, IDLE);
    }

    HttpWire(int port, Duration idle) {
        this.port = port;
        this.idleNanos = idle.toNanos();
    }

    /** Connects unless it is. */
    public void connect() throws IOException {
        if (socket != null) {
            return;
        }
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        in = socket.getInputStream();
        lastUsed = 0;
        reader.reset();
    }

    /** Sends one request and reads the answer to its end; after a failure the next one connects again. */
    public WireAnswer exchange(byte[] request) throws IOException {
        try {
            leaveWhatHasEnded();
            connect();
            socket.getOutputStream().write(request);
            var answer = answer();
            lastUsed = System.nanoTime();
            return answer;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A server ends idle connections whenever it likes; every client that keeps them looks before it sends. */
    private void leaveWhatHasEnded() throws IOException {
        if (socket == null || lastUsed == 0 || System.nanoTime() - lastUsed < idleNanos) {
            return;
        }
        socket.setSoTimeout(1);
        try {
            if (in.read() < 0) {
                close();
            } else {
                throw new IOException("the server said something that nobody had asked for");
            }
        } catch (SocketTimeoutException open) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    private WireAnswer answer() throws IOException {
        while (!reader.read(in::read)) {
            // A part of it has arrived.
        }
        if (reader.isLast()) {
            close();
        }
        return new WireAnswer(reader.status(), reader.body());
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
            socket = null;
        }
    }
}
