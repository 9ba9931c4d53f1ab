package com.bookedbarber.load.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything and keeps nothing: a bench books more often than a mailbox could bear. */
final class MailSink implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicLong mails = new AtomicLong();

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink start() {
        try {
            var sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("mail-sink").start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many it has taken. */
    long mails() {
        return mails.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                // Closed: there is nothing more to take.
            }
        }
    }

    /** As much of RFC 5321 as a client that only delivers needs. */
    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.regionMatches(true, 0, "DATA", 0, 4)) {
                    say(client, "354 go on");
                    skipMail(in);
                    mails.incrementAndGet();
                    say(client, "250 taken");
                } else if (line.regionMatches(true, 0, "QUIT", 0, 4)) {
                    say(client, "221 bye");
                    return;
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static void skipMail(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); ) {
            line = in.readLine();
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
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
