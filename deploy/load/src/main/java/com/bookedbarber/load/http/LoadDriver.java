package com.bookedbarber.load.http;

import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.Tally;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a load and keeps every response time. It is for what a general tool measures badly: microseconds that one hop
 * adds, and requests that are each different. A platform thread per connection blocks on its socket, so that the kernel
 * wakes it when the answer is there.
 *
 * <p>In an open model a request that finds no connection free counts from when it should have been sent; so a server
 * that stalls cannot hide the requests that waited for it.
 */
public final class LoadDriver {

    private final Load load;
    private final Requests requests;
    private final AtomicLong number = new AtomicLong();
    private final Latencies expected = new Latencies();
    private final Latencies unexpected = new Latencies();
    private final Tally statuses = new Tally();
    private final CountDownLatch connected;
    private Arrivals arrivals;
    private long deadline;

    private LoadDriver(Load load, Requests requests) {
        this.load = load;
        this.requests = requests;
        this.connected = new CountDownLatch(load.connections());
    }

    /** Runs it to its end. */
    public static LoadResult run(Load load, Requests requests) {
        try {
            return new LoadDriver(load, requests).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LoadResult run() throws InterruptedException {
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        for (int connection = 0; connection < load.connections(); connection++) {
            threads.add(Thread.ofPlatform()
                    .name("load-" + connection)
                    .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
                    .start(() -> drive(go)));
        }
        connected.await();
        long begin = System.nanoTime();
        deadline = begin + load.time().toNanos();
        arrivals = new Arrivals(begin, load.perSecond(), load.seed());
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the load broke off", failures.peek());
        }
        return new LoadResult(expected, unexpected, statuses, (System.nanoTime() - begin) / 1e9);
    }

    private void drive(CountDownLatch go) {
        var mine = new Connection();
        try (var wire = new HttpWire(load.port())) {
            try {
                wire.connect();
            } catch (IOException e) {
                // It tries again with its first request, and counts it as unanswered.
            } finally {
                connected.countDown();
            }
            go.await();
            mine.drive(wire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                expected.merge(mine.good);
                unexpected.merge(mine.bad);
            }
            statuses.merge(mine.tally);
        }
    }

    /** One connection's share of the load. */
    private final class Connection {

        private final Latencies good = new Latencies();
        private final Latencies bad = new Latencies();
        private final Tally tally = new Tally();

        void drive(HttpWire wire) {
            while (true) {
                long due = load.perSecond() > 0 ? arrivals.next() : System.nanoTime();
                if (due >= deadline) {
                    return;
                }
                var request = requests.next(number.getAndIncrement());
                if (request == null) {
                    return;
                }
                send(wire, request, arrivals.await(due));
            }
        }

        private void send(HttpWire wire, byte[] request, long from) {
            try {
                int status = wire.exchange(request).status();
                (load.expected().test(status) ? good : bad).add(System.nanoTime() - from);
                tally.add(Integer.toString(status));
            } catch (IOException | RuntimeException e) {
                tally.add("none");
            }
        }
    }
}
