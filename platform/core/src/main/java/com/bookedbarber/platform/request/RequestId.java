package com.bookedbarber.platform.request;

import com.bookedbarber.platform.id.Ids;

import java.util.regex.Pattern;

/** The id of one request, the same in every log line and answer on its way through the suite. */
public final class RequestId {

    /** The header that carries it, in both directions. */
    public static final String HEADER = "X-Request-Id";

    /** Its name in the logging context. */
    public static final String MDC_KEY = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._\\-]{8,128}");

    private RequestId() {}

    /** The client's id if it is well-formed (8 to 128 letters, digits, dots, dashes, underscores), else a new one. */
    public static String acceptOrCreate(String header) {
        return header != null && WELL_FORMED.matcher(header).matches()
                ? header
                : Ids.next().toString();
    }
}
