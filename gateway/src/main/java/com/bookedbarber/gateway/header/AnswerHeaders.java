package com.bookedbarber.gateway.header;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.platform.request.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/** What stands on every answer, a service's or the gateway's own: written when the head is, so nothing can slip past. */
@Singleton
public final class AnswerHeaders {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
    private static final CharSequence PROCESS_TIME = HttpHeaders.createOptimized("X-Process-Time");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private final SecurityHeaders security;
    private final Cors cors;

    AnswerHeaders(SecurityHeaders security, Cors cors) {
        this.security = security;
        this.cors = cors;
    }

    /** Arranges for them. */
    public void arrange(Exchange exchange) {
        exchange.response().headersEndHandler(end -> write(exchange));
    }

    private void write(Exchange exchange) {
        HttpServerResponse response = exchange.response();
        MultiMap headers = response.headers();
        security.applyTo(headers);
        headers.set(REQUEST_ID, exchange.requestId());
        headers.set(PROCESS_TIME, seconds(exchange.elapsedNanos()));
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        cors.answer(exchange.request(), headers);
        RateLimitHeaders.write(exchange.rateDecisions(), headers);
    }

    /** Seconds with six decimals; {@code String.format} would cost more than the rest of the answer. */
    public static String seconds(long nanos) {
        long micros = nanos / 1000;
        StringBuilder text = new StringBuilder(12).append(micros / 1_000_000).append('.');
        String fraction = Long.toString(micros % 1_000_000);
        return text.append("000000", fraction.length(), 6).append(fraction).toString();
    }
}
