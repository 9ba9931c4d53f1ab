package com.bookedbarber.platform.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/**
 * Tells that the service is {@link Listening}. Work in the background waits for that, so that it does not compete with
 * the start for the processor.
 */
@ApplicationScoped
class OnceListening {

    private static final Logger LOG = Logger.getLogger(OnceListening.class);
    private static final int BEFORE_THE_OTHERS = 1;

    private final Event<Listening> listening;
    private boolean told;
    private boolean ended;

    OnceListening(Event<Listening> listening) {
        this.listening = listening;
    }

    void onListening(@ObservesAsync HttpServerStart start) {
        tell();
    }

    /** In live reload the port stays open, so nobody says that it opens. */
    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            tell();
        }
    }

    synchronized void onStop(@Observes @Priority(BEFORE_THE_OTHERS) ShutdownEvent stop) {
        ended = true;
    }

    private synchronized void tell() {
        if (told || ended) {
            return;
        }
        told = true;
        try {
            listening.fire(new Listening());
        } catch (RuntimeException failure) {
            LOG.error("The work in the background could not begin, so this ends", failure);
            Quarkus.asyncExit(1);
        }
    }
}
