package com.bookedbarber.load.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive HTTP/1.1 connection to loopback of those that one thread drives. */
final class WireChannel implements Closeable {

    private static final int NOT_YET = 0;

    private final int port;
    private final Selector selector;
    private final WireAnswerReader reader = new WireAnswerReader();
    private SocketChannel channel;
    private long from;
    private boolean busy;

    WireChannel(int port, Selector selector) {
        this.port = port;
        this.selector = selector;
    }

    /** Connects unless it is. */
    void connect() throws IOException {
        if (channel != null) {
            return;
        }
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        reader.reset();
    }

    /**
     * Sends a request; its answer has to be {@link #answered} before the next one.
     *
     * @param countsFrom since when the client waits for it
     */
    void send(byte[] request, long countsFrom) throws IOException {
        connect();
        busy = true;
        from = countsFrom;
        for (var bytes = ByteBuffer.wrap(request); bytes.hasRemaining(); ) {
            channel.write(bytes);
        }
    }

    /** Since when the client waits. */
    long from() {
        return from;
    }

    /** Whether an answer is awaited. */
    boolean isBusy() {
        return busy;
    }

    /**
     * Reads what has arrived.
     *
     * @return the status once the answer is complete, else 0
     * @throws IOException if the connection has ended, between answers as well
     */
    int answered() throws IOException {
        if (!reader.read((into, from, most) -> channel.read(ByteBuffer.wrap(into, from, most)))) {
            return NOT_YET;
        }
        busy = false;
        if (reader.isLast()) {
            close();
        }
        return reader.status();
    }

    @Override
    public void close() {
        busy = false;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
            }
            channel = null;
        }
    }
}
