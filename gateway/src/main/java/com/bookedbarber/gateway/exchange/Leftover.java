package com.bookedbarber.gateway.exchange;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;

/**
 * What a client still sends of its body after it was answered. It is read and thrown away: left unread it would stop the
 * next request on the connection, and a connection that is closed with bytes unread is reset, which takes the answer away
 * from a client that has not read it yet. How much and how long is bounded.
 */
final class Leftover {

    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 2000;

    private final HttpConnection connection;
    private final boolean close;
    private long seen;
    private boolean over;

    private Leftover(HttpConnection connection, boolean close) {
        this.connection = connection;
        this.close = close;
    }

    /** Ends an exchange on its HTTP/1 connection. */
    static void discard(HttpServerRequest request, boolean close) {
        HttpConnection connection = request.connection();
        if (request.isEnded() || !BodyReader.mayHaveBody(request)) {
            if (close) {
                connection.close();
            }
            return;
        }
        new Leftover(connection, close).read(request);
    }

    private void read(HttpServerRequest request) {
        ContextInternal context = (ContextInternal) ((HttpServerRequestInternal) request).context();
        context.setTimer(PATIENCE_MILLIS, timer -> giveUp());
        request.exceptionHandler(failure -> giveUp());
        request.handler(part -> {
            seen += part.length();
            if (seen > MOST_BYTES) {
                giveUp();
            }
        });
        request.endHandler(end -> {
            over = true;
            if (close) {
                connection.close();
            }
        });
        request.resume();
    }

    private void giveUp() {
        if (!over) {
            over = true;
            connection.close();
        }
    }
}
