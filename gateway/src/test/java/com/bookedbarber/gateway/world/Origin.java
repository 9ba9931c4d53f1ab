package com.bookedbarber.gateway.world;

import com.bookedbarber.platform.stores.FreePort;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A service behind the gateway that reads HTTP strictly, remembers every request and does as it is told. Anything that
 * is not clean HTTP/1.1 it remembers as a request with the method {@code GARBAGE}.
 */
public final class Origin implements AutoCloseable {

    /** Ends the connection without an answer. */
    public static final String HANG_UP = "";

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
    private final ServerSocket server;
    private volatile boolean hangsUp;
    private volatile Function<Received, String> behaviour = request -> ok("{}");

    public Origin() {
        try {
            server = new ServerSocket(FreePort.next(), 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Decides what is answered from now on; an answer is raw HTTP. */
    public void behave(Function<Received, String> next) {
        behaviour = next;
    }

    /** Whether it ends the connection behind each answer, whole or not. */
    public void hangUpAfterAnswers(boolean next) {
        hangsUp = next;
    }

    /** What has arrived since the last {@link #forget}. */
    public List<Received> received() {
        return new ArrayList<>(received);
    }

    public void forget() {
        received.clear();
        behaviour = request -> ok("{}");
    }

    /** An answer with status 200. */
    public static String ok(String body, String... headers) {
        return answer(200, body, headers);
    }

    public static String answer(int status, String body, String... headers) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n");
        for (String header : headers) {
            answer.append(header).append("\r\n");
        }
        return answer + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Answers well, but late. */
    public static Function<Received, String> slow(long millis) {
        return request -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            return ok("{}");
        };
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Received request = read(in); request != null; request = read(in)) {
                if (!isOwnBusiness(request)) {
                    received.add(request);
                }
                String answer =
                        isOwnBusiness(request) ? ok(ServiceFace.document(request.target())) : behaviour.apply(request);
                if (answer.isEmpty()) {
                    return;
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                if (hangsUp && !isOwnBusiness(request)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The gateway has hung up; what has arrived counts.
        }
    }

    /** Health, keys and documents are asked for by the gateway itself. */
    private static boolean isOwnBusiness(Received request) {
        return ServiceFace.knows(request.target());
    }

    private static Received read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            return new Received("GARBAGE", requestLine, List.of(), "");
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Received head = new Received(parts[0], parts[1], headers, "");
        return new Received(parts[0], parts[1], headers, body(in, head));
    }

    private static String body(InputStream in, Received head) throws IOException {
        if (!head.header("Transfer-Encoding").isEmpty()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toString(StandardCharsets.ISO_8859_1);
        }
        List<String> length = head.header("Content-Length");
        return length.isEmpty()
                ? ""
                : new String(in.readNBytes(Integer.parseInt(length.getFirst())), StandardCharsets.ISO_8859_1);
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new IOException("The body ends in the middle");
        }
        return Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                return line.substring(0, Math.max(0, line.length() - 1));
            }
            line.append((char) octet);
        }
        return line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
