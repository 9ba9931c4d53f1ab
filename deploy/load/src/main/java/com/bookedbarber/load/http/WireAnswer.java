package com.bookedbarber.load.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer read to its end.
 *
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireAnswer(int status, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
