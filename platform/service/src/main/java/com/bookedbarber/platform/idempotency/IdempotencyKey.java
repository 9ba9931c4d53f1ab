package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

/**
 * The client's name for one intended effect.
 *
 * @param value 1 to 255 characters
 */
public record IdempotencyKey(String value) {

    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    /**
     * Reads the header: bare, or as a quoted string (RFC 9651, 3.3.3).
     *
     * @throws ProblemException 400 when it is missing, empty or too long
     */
    public static IdempotencyKey of(String header) {
        String value = header == null ? "" : unquote(header.trim());
        if (value.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key, such as a new UUID, and the same one again when you repeat the request.");
        }
        if (value.length() > MAX_LENGTH) {
            throw ProblemException.invalid(HEADER, "must have at most " + MAX_LENGTH + " characters");
        }
        return new IdempotencyKey(value);
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : text;
    }
}
