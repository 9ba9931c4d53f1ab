package com.bookedbarber.gateway.request;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.header.ConnectionHeader;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses requests that two servers could understand differently. The decoder has refused the grossest already (both
 * lengths, {@code chunked} not last, bare line feeds); what it lets through and RFC 9112 does not is refused here.
 */
@Singleton
public final class RequestCheck {

    private static final int MOST_HEADERS = 100;
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9._\\-]*[A-Za-z0-9])?\\.?|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final List<CharSequence> ONCE = Stream.of(
                    "Host",
                    "Authorization",
                    "Content-Length",
                    "Content-Type",
                    "Transfer-Encoding",
                    "Idempotency-Key",
                    "If-Match")
            .map(HttpHeaders::createOptimized)
            .toList();

    private static final Set<String> NOT_ABOUT_THE_CONNECTION = Set.of(
            "authorization",
            "host",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "x-manage-token",
            "x-request-id",
            "x-api-key");

    private final Origins origins;
    private volatile String lastValid = "";

    RequestCheck(Origins origins) {
        this.origins = origins;
    }

    /** Checks a request and notes its address and origin in its exchange; null if nothing is wrong. */
    public Refusal check(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        exchange.from(origins.of(request));
        RequestAddress address = RequestAddress.parse(request.uri());
        if (address == null) {
            return bad("The address of the request is not acceptable.");
        }
        exchange.addressed(address.path(), address.query());
        if (request.version() == null || !namesHost(request)) {
            return bad("The request needs a known version of HTTP and one Host.");
        }
        MultiMap headers = request.headers();
        if (hasTooMany(headers)) {
            return Refusal.closing(ErrorCode.HEADERS_TOO_LARGE, "The request has too many headers.");
        }
        return unambiguous(request.version(), headers);
    }

    /** Counted one by one: asking a map of headers for its size would have it sort their names. */
    private static boolean hasTooMany(MultiMap headers) {
        int count = 0;
        for (Map.Entry<String, String> _ : headers) {
            count++;
        }
        return count > MOST_HEADERS;
    }

    private static Refusal unambiguous(HttpVersion version, MultiMap headers) {
        for (CharSequence name : ONCE) {
            if (headers.contains(name) && headers.getAll(name).size() > 1) {
                return bad("The header " + name + " may stand only once.");
            }
        }
        String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && (!coding.equalsIgnoreCase("chunked") || version != HttpVersion.HTTP_1_1)) {
            return bad("No transfer coding but chunked is understood.");
        }
        if (coding != null && headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            return bad("A body has one length.");
        }
        if (coding != null) {
            headers.set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || !length.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            return bad("The Content-Length is not a number.");
        }
        // Who names one of these would have the edge decide by a header that the service never sees.
        if (!Collections.disjoint(ConnectionHeader.named(headers), NOT_ABOUT_THE_CONNECTION)) {
            return bad("The header Connection names one that is not about the connection.");
        }
        String expected = headers.get(HttpHeaders.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            return bad("Nothing but 100-continue can be expected.");
        }
        return null;
    }

    private boolean namesHost(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return switch (request.version()) {
            case HTTP_2 -> request.authority() != null;
            case HTTP_1_0 -> host == null || valid(host);
            case HTTP_1_1 -> host != null && valid(host);
        };
    }

    /** Nearly all requests name the same host. */
    private boolean valid(String authority) {
        if (authority.equals(lastValid)) {
            return true;
        }
        boolean valid =
                authority.length() <= 255 && AUTHORITY.matcher(authority).matches();
        if (valid) {
            lastValid = authority;
        }
        return valid;
    }

    private static Refusal bad(String detail) {
        return Refusal.closing(ErrorCode.BAD_REQUEST, detail);
    }
}
