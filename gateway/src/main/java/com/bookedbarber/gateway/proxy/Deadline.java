package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.ArrivingBody;
import com.bookedbarber.gateway.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;

import java.time.Duration;

/** How long a service may take: first until its answer begins, then until it ends. */
final class Deadline {

    private final Duration total;
    private long at;
    private boolean passed;
    private boolean answering;
    private HttpClientRequest attempt;

    private Deadline(Duration untilHead, Duration total) {
        this.total = total;
        this.at = System.nanoTime() + untilHead.toNanos();
    }

    /** Starts the clock of an exchange. */
    static Deadline start(DeadlineClock clock, Exchange exchange, Duration total) {
        Deadline deadline = new Deadline(exchange.route().timeout(), total);
        if (!exchange.body().whole()) {
            deadline.waitFor(exchange.body().arriving());
        }
        clock.watch(deadline);
        exchange.atEnd(() -> clock.forget(deadline));
        return deadline;
    }

    /** The service cannot answer a body that is not there yet, however slow its sender may be. */
    private void waitFor(ArrivingBody body) {
        long untilHead = at - System.nanoTime();
        at += total.toNanos();
        body.atEnd(() -> {
            if (!answering) {
                at = System.nanoTime() + untilHead;
            }
        });
    }

    /** Puts an attempt under this deadline; if it has passed already, the attempt is not made. */
    Future<HttpClientRequest> guard(HttpClientRequest next) {
        attempt = next;
        // What goes wrong is told by the response's future; without a handler it would be logged as unhandled, too.
        next.exceptionHandler(failure -> {});
        if (passed) {
            next.reset();
            return Future.failedFuture("too late");
        }
        return Future.succeededFuture(next);
    }

    /** The answer has begun; from now on the total time counts. */
    void headArrived() {
        answering = true;
        at = System.nanoTime() + total.toNanos();
    }

    boolean passed() {
        return passed;
    }

    boolean isReached(long nanoTime) {
        return nanoTime - at >= 0;
    }

    /** It has been reached: what is still running is broken off. */
    void pass() {
        passed = true;
        if (attempt != null) {
            attempt.reset();
        }
    }
}
