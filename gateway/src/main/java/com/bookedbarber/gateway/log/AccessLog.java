package com.bookedbarber.gateway.log;

import com.bookedbarber.gateway.exchange.Exchange;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One line for each request: {@code METHOD path - status - seconds}, in JSON with the same as fields. Queries are left
 * out, because they may hold tokens, and so are paths that are secrets themselves.
 *
 * <p>The lines are not written by the event loops, and not by the logging framework, which would cost more for each
 * request than everything else that the gateway does with it. The category {@code access} switches them on and off.
 */
@Singleton
public final class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");

    private final LineWriter lines;
    private final boolean json;

    AccessLog(LineWriter lines, @ConfigProperty(name = "quarkus.log.console.json.enabled") boolean json) {
        this.lines = lines;
        this.json = json;
    }

    /** Writes the line of an exchange that has ended. */
    public void write(Exchange exchange, int status) {
        if (LOG.isInfoEnabled()) {
            AccessLine line = AccessLine.of(exchange, status, System.currentTimeMillis());
            lines.write(json ? line::json : line::plain);
        }
    }
}
