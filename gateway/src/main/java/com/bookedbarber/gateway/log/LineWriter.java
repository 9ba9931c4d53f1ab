package com.bookedbarber.gateway.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes lines to standard output from a thread of its own, many at once. When output cannot keep up, lines are dropped
 * and counted ({@code gateway_log_dropped_total}): a full disk or a slow reader must not stop requests.
 */
@Singleton
class LineWriter {

    private static final int MOST_WAITING = 16_384;
    private static final int MOST_AT_ONCE = 4096;

    /** Lines may wait so long for others to be written with. */
    private static final long GATHER_MILLIS = 20;

    private final BlockingQueue<Consumer<StringBuilder>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer =
            Thread.ofPlatform().daemon().name("access-log").unstarted(this::run);
    private final PrintStream out;
    private final Counter dropped;
    private volatile boolean ending;

    LineWriter(MeterRegistry registry) {
        this.out = System.out;
        this.dropped = Counter.builder("gateway.log.dropped")
                .description("Lines of the access log that could not be written in time")
                .register(registry);
        writer.start();
    }

    /** Writes a line soon; called from event loops, which it never holds up. */
    void write(Consumer<StringBuilder> line) {
        if (!waiting.offer(line)) {
            dropped.increment();
        }
    }

    private void run() {
        StringBuilder text = new StringBuilder(64 * 1024);
        try {
            while (!ending || !waiting.isEmpty()) {
                Consumer<StringBuilder> first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    first.accept(text);
                    Thread.sleep(GATHER_MILLIS);
                    gather(text);
                    flush(text);
                }
            }
        } catch (InterruptedException e) {
            gather(text);
            flush(text);
        }
    }

    private void gather(StringBuilder text) {
        for (int lines = 1; lines < MOST_AT_ONCE; lines++) {
            Consumer<StringBuilder> next = waiting.poll();
            if (next == null) {
                return;
            }
            next.accept(text);
        }
    }

    private void flush(StringBuilder text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        text.setLength(0);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        writer.interrupt();
        writer.join(TimeUnit.SECONDS.toMillis(2));
    }
}
