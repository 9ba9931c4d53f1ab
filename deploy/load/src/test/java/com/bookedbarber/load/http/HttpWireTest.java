package com.bookedbarber.load.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import static org.assertj.core.api.Assertions.assertThat;

class HttpWireTest {

    private static final byte[] REQUEST = WireRequest.get("/").bytes();

    private final Semaphore ended = new Semaphore(0);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerOncePerConnection);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void shouldNotSendOnAConnectionThatTheServerHasEndedMeanwhile() throws Exception {
        try (var wire = new HttpWire(server.getLocalPort(), Duration.ZERO)) {
            assertThat(wire.exchange(REQUEST).status()).isEqualTo(200);
            ended.acquire();

            assertThat(wire.exchange(REQUEST).status()).isEqualTo(200);
        }
    }

    /** And ends each, without having said that it would. */
    private void answerOncePerConnection() {
        while (!server.isClosed()) {
            try (var client = server.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
                for (var line = in.readLine(); line != null && !line.isEmpty(); ) {
                    line = in.readLine();
                }
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
            ended.release();
        }
    }
}
