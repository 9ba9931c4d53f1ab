package com.bookedbarber.gateway.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends exactly the bytes it is given. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public RawConnection(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** All of 127.0.0.0/8 is this machine, so a test can come from an address of its own. */
    public RawConnection(int port, String from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(5000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next answer, or null if the connection has ended. */
    public RawAnswer answer() throws IOException {
        RawAnswer head = head();
        return head == null || head.status() < 200
                ? head
                : new RawAnswer(head.status(), head.headerLines(), body(head));
    }

    /** The head of the next answer. */
    public RawAnswer head() throws IOException {
        String status = line();
        if (status == null) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        int code = Integer.parseInt(status.split(" ")[1]);
        return new RawAnswer(code, headers, "");
    }

    /** The body that follows a head. */
    public String rest(RawAnswer head) throws IOException {
        return body(head);
    }

    /** Whether the gateway ends the connection, now or within the patience of this client. */
    public boolean ends() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private String body(RawAnswer head) throws IOException {
        List<String> length = head.header("content-length");
        if (!length.isEmpty()) {
            return new String(in.readNBytes(Integer.parseInt(length.getFirst())), StandardCharsets.UTF_8);
        }
        if (head.header("transfer-encoding").isEmpty()) {
            return "";
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line();
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet == '\n') {
                    return line.toString().strip();
                }
                line.append((char) octet);
            }
        } catch (SocketException e) {
            return null;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
