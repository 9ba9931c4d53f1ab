package com.bookedbarber.gateway.log;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.platform.request.RequestId;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line for each request: {@code METHOD path - status - seconds}. Queries are left out, because they may hold tokens,
 * and so are paths that are secrets themselves.
 */
@Singleton
public final class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");

    AccessLog() {}

    /** Writes the line of an exchange that has ended. */
    public void write(Exchange exchange, int status) {
        if (LOG.isInfoEnabled()) {
            MDC.put(RequestId.MDC_KEY, exchange.requestId());
            LOG.info(line(exchange, status));
            MDC.remove(RequestId.MDC_KEY);
        }
    }

    static String line(Exchange exchange, int status) {
        StringBuilder line = new StringBuilder(80)
                .append(exchange.request().method())
                .append(' ')
                .append(path(exchange))
                .append(" - ")
                .append(status)
                .append(" - ");
        long millis = (exchange.elapsedNanos() + 500_000) / 1_000_000;
        line.append(millis / 1000).append('.');
        long fraction = millis % 1000;
        return line.append(fraction < 10 ? "00" : fraction < 100 ? "0" : "")
                .append(fraction)
                .append('s')
                .toString();
    }

    /** The path as normalised, which holds nothing that could break the line; what could not be is not repeated. */
    private static String path(Exchange exchange) {
        if (exchange.route() != null && exchange.route().secret()) {
            return exchange.route().template();
        }
        return exchange.path() == null ? "(not acceptable)" : exchange.path();
    }
}
