package com.bookedbarber.platform.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets kept connections end well before the process does. From the announcement of the end ({@code BB_SHUTDOWN_DELAY}) on,
 * every answer is the last one of its connection, so the caller's next request goes to another instance. Without it a
 * gateway would go on sending over connections it has, until requests are refused.
 */
@ApplicationScoped
class Draining {

    private static final int BEFORE_EVERYTHING_ELSE = 9_999;

    private volatile boolean announced;

    void announce(@Observes ShutdownDelayInitiatedEvent end) {
        announced = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::sayGoodbye, BEFORE_EVERYTHING_ELSE);
    }

    private void sayGoodbye(RoutingContext context) {
        if (announced) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.next();
    }
}
