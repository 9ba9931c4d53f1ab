package com.bookedbarber.platform.event;

import io.cloudevents.CloudEvent;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;

/**
 * Reads one feed for ever, on a virtual thread of its own.
 *
 * <p>Several replicas may read the same feed: whoever commits first moves the cursor, the others notice and read on from
 * there. A batch that fails is tried again, smaller, and nothing behind it is taken in before it: events are never
 * skipped, and the lag metric tells.
 */
final class FeedConsumer implements Runnable {

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final int BATCH = 200;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

    private final String source;
    private final FeedClient client;
    private final List<FeedHandler> handlers;
    private final FeedProgress progress;
    private final FeedMeters meters;
    private final Thread thread;
    private volatile boolean stopped;
    private int failuresInARow;

    FeedConsumer(
            String source, FeedClient client, List<FeedHandler> handlers, FeedProgress progress, FeedMeters meters) {
        this.source = source;
        this.client = client;
        this.handlers = handlers;
        this.progress = progress;
        this.meters = meters;
        this.thread = Thread.ofVirtual().name("feed-" + source).unstarted(this);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                step();
                failuresInARow = 0;
            } catch (InterruptedException stop) {
                return;
            } catch (Exception failure) {
                if (!stopped && !pause(failure)) {
                    return;
                }
            }
        }
    }

    private void step() throws Exception {
        String from = progress.of(source);
        List<CloudEvent> batch = client.read(from, failuresInARow == 0 ? BATCH : 1, WAIT);
        if (batch.isEmpty()) {
            meters.upToDate();
            return;
        }
        meters.behindSince(batch.getFirst().getTime().toInstant());
        if (progress.advance(source, from, batch, handlers)) {
            meters.took(batch.size());
            if (batch.size() < BATCH) {
                meters.upToDate();
            }
        }
    }

    /** Waits longer after each failure; false if the wait was interrupted. */
    private boolean pause(Exception failure) {
        failuresInARow++;
        meters.failed();
        LOG.warnf("The feed of %s could not be taken in, trying again: %s", source, failure.toString());
        LOG.debug("The failure", failure);
        try {
            long millis = Math.min(MAX_PAUSE.toMillis(), 100L << Math.min(failuresInARow, 10));
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }
}
