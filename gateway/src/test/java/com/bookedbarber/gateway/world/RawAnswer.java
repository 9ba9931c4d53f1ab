package com.bookedbarber.gateway.world;

import java.util.List;
import java.util.Locale;

/** An answer as it came over the wire. */
public record RawAnswer(int status, List<String> headerLines, String body) {

    /** All values of a header. */
    public List<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .toList();
    }
}
