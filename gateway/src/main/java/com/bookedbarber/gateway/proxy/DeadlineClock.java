package com.bookedbarber.gateway.proxy;

import io.vertx.core.Vertx;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Watches over the deadlines of one event loop by looking at all of them now and then: nearly none is ever reached, and a
 * timer for each would cost more than the rest of it.
 */
final class DeadlineClock {

    /** Deadlines are hundreds of milliseconds at least; so much later they may be noticed. */
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Vertx vertx;
    private final Set<Deadline> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean ticking;

    DeadlineClock(Vertx vertx) {
        this.vertx = vertx;
    }

    void watch(Deadline deadline) {
        running.add(deadline);
        if (!ticking) {
            ticking = true;
            vertx.setPeriodic(LOOK_EVERY_MILLIS, this::look);
        }
    }

    void forget(Deadline deadline) {
        running.remove(deadline);
    }

    private void look(long timer) {
        if (running.isEmpty()) {
            vertx.cancelTimer(timer);
            ticking = false;
            return;
        }
        long now = System.nanoTime();
        for (Deadline deadline : List.copyOf(running)) {
            if (deadline.isReached(now)) {
                running.remove(deadline);
                deadline.pass();
            }
        }
    }
}
