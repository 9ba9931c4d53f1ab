package com.bookedbarber.platform.request;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id of one request, the same in every log line and answer on its way through the suite. */
public final class RequestId {

    /** The header that carries it, in both directions. */
    public static final String HEADER = "X-Request-Id";

    /** Its name in the logging context. */
    public static final String MDC_KEY = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._\\-]{1,128}");

    private RequestId() {}

    /** The client's id if it is well-formed (1 to 128 letters, digits, dots, dashes, underscores), else a new one. */
    public static String acceptOrCreate(String header) {
        return header != null && WELL_FORMED.matcher(header).matches() ? header : create();
    }

    /** As a UUIDv7, so that they sort by time. Many a second, never stored, no secret: no need to wait for a SecureRandom. */
    private static String create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long timeAndVersion = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long variantAndRest = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(timeAndVersion, variantAndRest).toString();
    }
}
