package com.bookedbarber.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Names of headers, in any spelling. They know their hash: each is looked for in every request. */
public final class HeaderNames {

    private final MultiMap names = MultiMap.caseInsensitiveMultiMap();

    private HeaderNames() {}

    /** These names. */
    public static HeaderNames of(String... names) {
        HeaderNames some = new HeaderNames();
        for (String name : names) {
            some.names.add(HttpHeaders.createOptimized(name), "");
        }
        return some;
    }

    /** Whether it is one of them. */
    public boolean contains(String name) {
        return names.contains(name);
    }
}
