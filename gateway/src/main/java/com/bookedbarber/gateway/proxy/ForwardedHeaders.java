package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.platform.request.RequestId;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides which headers of a request reach a service: those that only concern the client's connection, those the client
 * has named in {@code Connection}, and those with which it could pass for somebody else are dropped, and our own are set.
 */
final class ForwardedHeaders implements ProxyInterceptor {

    private static final List<CharSequence> ABOUT_THE_CONNECTION = names(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence REAL_IP = HttpHeaders.createOptimized("X-Real-IP");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);

    private final TraceContext traces = new TraceContext();

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Exchange exchange = ForwardedRequest.of(context).exchange();
        MultiMap headers = context.request().headers();
        dropNominated(headers);
        ABOUT_THE_CONNECTION.forEach(headers::remove);
        dropImpersonation(headers);
        setOurs(exchange, headers);
        traces.passOn(headers);
        context.request().setURI(exchange.uri());
        return context.sendRequest();
    }

    /** Names that know their hash: they are looked for in every request. */
    private static List<CharSequence> names(String... names) {
        return Stream.of(names).map(HttpHeaders::createOptimized).toList();
    }

    /** RFC 9110, 7.6.1: what {@code Connection} names is for the next hop only. */
    private static void dropNominated(MultiMap headers) {
        for (String line : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : line.split(",")) {
                String nominated = name.trim();
                if (!nominated.isEmpty()) {
                    headers.remove(nominated);
                }
            }
        }
    }

    /** {@code X_User_Id} too: some servers read underscores as dashes. */
    private static void dropImpersonation(MultiMap headers) {
        List<String> dropped = null;
        for (Map.Entry<String, String> header : headers) {
            if (impersonates(header.getKey())) {
                dropped = dropped == null ? new ArrayList<>(4) : dropped;
                dropped.add(header.getKey());
            }
        }
        if (dropped != null) {
            dropped.forEach(headers::remove);
        }
    }

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

    private static void setOurs(Exchange exchange, MultiMap headers) {
        headers.set(FORWARDED_FOR, exchange.origin().address());
        headers.set(REAL_IP, exchange.origin().address());
        headers.set(FORWARDED_PROTO, exchange.origin().scheme());
        if (exchange.origin().host() != null) {
            headers.set(FORWARDED_HOST, exchange.origin().host());
        }
        headers.set(REQUEST_ID, exchange.requestId());
    }
}
