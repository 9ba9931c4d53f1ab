package com.bookedbarber.gateway.proxy;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Sees to it that every request carries a trace context (<a href="https://www.w3.org/TR/trace-context/">W3C</a>): a
 * well-formed one is passed on as it is, anything else is replaced by a new one that is not sampled.
 */
final class TraceContext {

    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized(PARENT);
    private static final CharSequence TRACE_STATE = HttpHeaders.createOptimized(STATE);
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    void passOn(MultiMap from, Set<String> withheld, MultiMap to) {
        if (Span.current().getSpanContext().isValid()) {
            // OpenTelemetry is on: it writes its own span into the request when it is sent.
            return;
        }
        if (withheld.contains(PARENT) || !hasOneWellFormed(from)) {
            to.add(TRACE_PARENT, fresh());
            return;
        }
        to.add(TRACE_PARENT, from.get(TRACE_PARENT));
        if (!withheld.contains(STATE)) {
            from.getAll(TRACE_STATE).forEach(state -> to.add(TRACE_STATE, state));
        }
    }

    private static boolean hasOneWellFormed(MultiMap headers) {
        List<String> parents = headers.getAll(TRACE_PARENT);
        return parents.size() == 1 && WELL_FORMED.matcher(parents.getFirst()).matches();
    }

    /** An id of zeros is invalid; the lowest bit keeps it from being one. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String trace = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
        return "00-" + trace + '-' + HEX.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
