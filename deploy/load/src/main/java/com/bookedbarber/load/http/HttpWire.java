package com.bookedbarber.load.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

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
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private Socket socket;
    private InputStream in;
    private int position;
    private int limit;
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
        position = 0;
        limit = 0;
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
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.endsWith("close");
            }
        }
        var body = new ByteArrayOutputStream();
        if (chunked) {
            readChunks(body);
        } else if (length > 0) {
            read(length, body);
        }
        if (last) {
            close();
        }
        return new WireAnswer(status, body.toByteArray());
    }

    private void readChunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            var size = Long.parseLong(readLine().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (!readLine().isEmpty()) {
                    // Trailers say nothing that is measured.
                }
                return;
            }
            read(size, body);
            readLine();
        }
    }

    private void read(long length, ByteArrayOutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            fill();
            int part = (int) Math.min(left, limit - position);
            body.write(buffer, position, part);
            position += part;
            left -= part;
        }
    }

    private String readLine() throws IOException {
        line.reset();
        while (true) {
            fill();
            byte next = buffer[position++];
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        position = 0;
        limit = in.read(buffer);
        if (limit < 0) {
            throw new EOFException("the server closed the connection");
        }
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
