package com.bookedbarber.load.http;

import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.Tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests and keeps the time of every answer. One thread drives all connections, so that as little as possible is
 * taken from the cores that the servers need, too.
 *
 * <p>In an open model a request that finds no connection free counts from when it should have been sent; so a server
 * that stalls cannot hide the requests that waited for it.
 */
public final class LoadDriver {

    /** How long answers are waited for when no more requests are sent. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** How far arrivals may be late because the thread rests between them; that is not blamed on the server. */
    private static final long REST_NANOS = TimeUnit.MICROSECONDS.toNanos(30);

    private static final int LOOK_MILLIS = 20;

    private final Load load;
    private final Requests requests;
    private final Latencies expected = new Latencies();
    private final Latencies unexpected = new Latencies();
    private final Tally statuses = new Tally();
    private final ArrayDeque<WireChannel> idle = new ArrayDeque<>();
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private Arrivals arrivals;
    private long nextArrival;
    private long number;
    private long deadline;
    private int running;
    private boolean exhausted;

    private LoadDriver(Load load, Requests requests) {
        this.load = load;
        this.requests = requests;
    }

    /** Runs it to its end. */
    public static LoadResult run(Load load, Requests requests) {
        try (var selector = Selector.open()) {
            return new LoadDriver(load, requests).run(selector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadResult run(Selector selector) throws IOException {
        var channels = connect(selector);
        long begin = System.nanoTime();
        deadline = begin + load.time().toNanos();
        arrivals = new Arrivals(begin, load.perSecond(), load.seed());
        nextArrival = load.perSecond() > 0 ? arrivals.next() : begin;
        try {
            while (!isOver(System.nanoTime())) {
                sendWhatIsDue();
                await(selector);
            }
        } finally {
            channels.stream().filter(WireChannel::isBusy).forEach(channel -> statuses.add("none"));
            channels.forEach(WireChannel::close);
        }
        return new LoadResult(expected, unexpected, statuses, (System.nanoTime() - begin) / 1e9);
    }

    private List<WireChannel> connect(Selector selector) {
        var channels = new ArrayList<WireChannel>();
        for (int i = 0; i < load.connections(); i++) {
            var channel = new WireChannel(load.port(), selector);
            try {
                channel.connect();
            } catch (IOException e) {
                // It tries again with its first request, and counts it as unanswered.
            }
            channels.add(channel);
            idle.add(channel);
        }
        return channels;
    }

    private boolean isOver(long now) {
        return !mayStart(now) && running == 0 || now > deadline + PATIENCE_NANOS;
    }

    private boolean mayStart(long now) {
        return !exhausted && (now < deadline || !waiting.isEmpty());
    }

    private void sendWhatIsDue() {
        long now = System.nanoTime();
        if (load.perSecond() > 0) {
            for (; nextArrival <= now && nextArrival < deadline; nextArrival = arrivals.next()) {
                waiting.add(nextArrival);
            }
            while (!waiting.isEmpty() && !idle.isEmpty() && !exhausted) {
                long due = waiting.poll();
                // Sent in time counts from when it is sent: the imprecision of resting is not the server's.
                send(idle.poll(), now - due < 2 * REST_NANOS ? now : due);
            }
        } else {
            for (int free = idle.size(); free > 0 && now < deadline && !exhausted; free--) {
                send(idle.poll(), System.nanoTime());
            }
        }
    }

    private void send(WireChannel channel, long from) {
        var request = requests.next(number);
        if (request == null) {
            exhausted = true;
            idle.add(channel);
            return;
        }
        number++;
        try {
            channel.send(request, from);
            running++;
        } catch (IOException e) {
            unanswered(channel);
        }
    }

    private void await(Selector selector) throws IOException {
        boolean open = load.perSecond() > 0;
        boolean sendsMore = !idle.isEmpty() && mayStart(System.nanoTime());
        int ready = open || sendsMore ? selector.selectNow() : selector.select(LOOK_MILLIS);
        if (ready > 0) {
            selector.selectedKeys().forEach(this::read);
            selector.selectedKeys().clear();
        } else if (open) {
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    private void read(SelectionKey key) {
        var channel = (WireChannel) key.attachment();
        try {
            int status = channel.answered();
            if (status > 0) {
                (load.expected().test(status) ? expected : unexpected).add(System.nanoTime() - channel.from());
                statuses.add(Integer.toString(status));
                running--;
                idle.add(channel);
            }
        } catch (IOException | RuntimeException e) {
            if (channel.isBusy()) {
                running--;
                unanswered(channel);
            } else {
                // A kept connection may be ended while nothing is asked: the next request makes another.
                channel.close();
            }
        }
    }

    private void unanswered(WireChannel channel) {
        statuses.add("none");
        channel.close();
        idle.add(channel);
    }
}
