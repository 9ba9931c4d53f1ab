package com.bookedbarber.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.List;

/** Names of headers, in any spelling. They know their hash: each is looked for in every request. */
public final class HeaderNames {

    /** What concerns one connection only (RFC 9110, 7.6.1), and what we write ourselves to tell where a body ends. */
    private static final List<String> BETWEEN_NEIGHBOURS = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "content-length",
            "upgrade");

    private final MultiMap names = MultiMap.caseInsensitiveMultiMap();

    private HeaderNames() {}

    /** Those that never pass from one connection to another, and these. */
    public static HeaderNames betweenNeighboursAnd(String... more) {
        HeaderNames some = new HeaderNames();
        BETWEEN_NEIGHBOURS.forEach(some::add);
        List.of(more).forEach(some::add);
        return some;
    }

    private void add(String name) {
        names.add(HttpHeaders.createOptimized(name), "");
    }

    /** Whether it is one of them. */
    public boolean contains(String name) {
        return names.contains(name);
    }
}
