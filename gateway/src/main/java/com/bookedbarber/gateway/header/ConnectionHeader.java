package com.bookedbarber.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The header {@code Connection}: what it names is for the next hop only (RFC 9110, 7.6.1). */
public final class ConnectionHeader {

    private static final Set<String> ABOUT_ITSELF = Set.of("", "close", "keep-alive");

    private ConnectionHeader() {}

    /** The headers that are named, in lower case. */
    public static Set<String> named(MultiMap headers) {
        String last = headers.get(HttpHeaders.CONNECTION);
        if (last == null) {
            return Set.of();
        }
        List<String> lines = headers.getAll(HttpHeaders.CONNECTION);
        if (lines.size() == 1 && ABOUT_ITSELF.contains(last)) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String line : lines) {
            for (String name : line.split(",")) {
                named.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        named.removeAll(ABOUT_ITSELF);
        return named;
    }
}
