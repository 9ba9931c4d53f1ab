package com.bookedbarber.load.edge;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.http.WireRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Keep-alive connections that have asked once and then say nothing. */
final class IdleConnections implements AutoCloseable {

    private final List<SocketChannel> channels = new ArrayList<>();

    /** Opens so many, one after the other, each with one answered request. */
    static IdleConnections open(int port, int count, String path) {
        var idle = new IdleConnections();
        var request = WireRequest.get(path).bytes();
        try {
            for (int i = 0; i < count; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                idle.channels.add(channel);
                channel.write(ByteBuffer.wrap(request));
                if (channel.read(ByteBuffer.allocate(16 * 1024)) < 0) {
                    throw new IOException("the gateway closed connection " + i);
                }
            }
            return idle;
        } catch (IOException e) {
            int opened = idle.channels.size();
            idle.close();
            throw new BenchException(
                    "Only " + opened + " connections could be opened (" + e.getMessage() + "); see `ulimit -n`.", e);
        }
    }

    /** How many of them the gateway still keeps. */
    int alive() {
        int alive = 0;
        for (var channel : channels) {
            try {
                channel.configureBlocking(false);
                alive += channel.read(ByteBuffer.allocate(1)) == 0 ? 1 : 0;
            } catch (IOException e) {
                // Reset: not alive.
            }
        }
        return alive;
    }

    @Override
    public void close() {
        for (var channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // Gone already.
            }
        }
    }
}
