package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.header.ConnectionHeader;
import com.bookedbarber.gateway.header.HeaderNames;
import com.bookedbarber.platform.request.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides which headers of a request reach a service: those that only concern the client's connection, those the client
 * has named in {@code Connection}, and those with which it could pass for somebody else are dropped, and our own are set.
 */
final class ForwardedHeaders {

    private static final HeaderNames WITHHELD = HeaderNames.betweenNeighboursAnd(
            "http2-settings", "expect", "host", RequestId.HEADER, TraceContext.PARENT, TraceContext.STATE);

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence REAL_IP = HttpHeaders.createOptimized("X-Real-IP");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);

    private final TraceContext traces = new TraceContext();

    /** Writes them, without those about the body, which are the proxy's to write. */
    void pass(Exchange exchange, MultiMap to) {
        MultiMap from = exchange.request().headers();
        Set<String> named = ConnectionHeader.named(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey();
            if (!WITHHELD.contains(name)
                    && !impersonates(name)
                    && (named.isEmpty() || !named.contains(name.toLowerCase(Locale.ROOT)))) {
                to.add(name, header.getValue());
            }
        }
        addOurs(exchange, to);
        traces.passOn(from, named, to);
    }

    /** {@code X_User_Id} too: some servers read underscores as dashes. */
    private static boolean impersonates(String header) {
        char first = header.charAt(0);
        if (first != 'x' && first != 'X' && first != 'f' && first != 'F') {
            return false;
        }
        String name = header.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.startsWith("x-forwarded")
                || name.startsWith("x-user-")
                || name.equals("forwarded")
                || name.equals("x-real-ip")
                || name.equals("x-original-url")
                || name.equals("x-rewrite-url")
                || name.equals("x-http-method-override");
    }

    private static void addOurs(Exchange exchange, MultiMap to) {
        to.add(FORWARDED_FOR, exchange.origin().address());
        to.add(REAL_IP, exchange.origin().address());
        to.add(FORWARDED_PROTO, exchange.origin().scheme());
        if (exchange.origin().host() != null) {
            to.add(FORWARDED_HOST, exchange.origin().host());
        }
        to.add(REQUEST_ID, exchange.requestId());
    }
}
