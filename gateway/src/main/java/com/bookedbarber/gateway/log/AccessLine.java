package com.bookedbarber.gateway.log;

import com.bookedbarber.gateway.exchange.Exchange;

import java.time.Instant;

/**
 * What the log says of one request. Every text in it is plain ASCII without quotes, backslashes and control characters:
 * the path is normalised, the request id is well-formed, and methods are letters, or they are not repeated.
 *
 * @param at milliseconds since 1970 when the answer was sent
 * @param method the method
 * @param path the path without its query, or its template if it is a secret
 * @param route the template of the route
 * @param status the status, 499 if the client had gone
 * @param nanos what it took
 * @param requestId the id of the request
 */
record AccessLine(long at, String method, String path, String route, int status, long nanos, String requestId) {

    static AccessLine of(Exchange exchange, int status, long at) {
        return new AccessLine(
                at,
                method(exchange.request().method().name()),
                path(exchange),
                exchange.endpoint(),
                status,
                exchange.elapsedNanos(),
                exchange.requestId());
    }

    void plain(StringBuilder text) {
        text.append(Instant.ofEpochMilli(at)).append(" INFO  [access] ");
        message(text);
        text.append(" (").append(requestId).append(")\n");
    }

    /** In the shape of the other lines, with fields of its own. */
    void json(StringBuilder text) {
        text.append("{\"timestamp\":\"").append(Instant.ofEpochMilli(at));
        text.append("\",\"loggerName\":\"access\",\"level\":\"INFO\",\"message\":\"");
        message(text);
        text.append("\",\"mdc\":{\"requestId\":\"").append(requestId);
        text.append("\"},\"method\":\"").append(method);
        text.append("\",\"path\":\"").append(path);
        text.append("\",\"route\":\"").append(route);
        text.append("\",\"status\":").append(status).append(",\"seconds\":");
        seconds(text);
        text.append("}\n");
    }

    private void message(StringBuilder text) {
        text.append(method)
                .append(' ')
                .append(path)
                .append(" - ")
                .append(status)
                .append(" - ");
        seconds(text);
        text.append('s');
    }

    private void seconds(StringBuilder text) {
        long millis = (nanos + 500_000) / 1_000_000;
        long fraction = millis % 1000;
        text.append(millis / 1000).append('.');
        text.append(fraction < 10 ? "00" : fraction < 100 ? "0" : "").append(fraction);
    }

    private static String method(String sent) {
        for (int i = 0; i < sent.length(); i++) {
            if (sent.charAt(i) < 'A' || sent.charAt(i) > 'Z') {
                return "other";
            }
        }
        return sent;
    }

    private static String path(Exchange exchange) {
        if (exchange.route() != null && exchange.route().secret()) {
            return exchange.route().template();
        }
        return exchange.path() == null ? "(not acceptable)" : exchange.path();
    }
}
