package com.bookedbarber.gateway.world;

import java.util.List;
import java.util.Locale;

/** A request as a service has received it, byte for byte. */
public record Received(String method, String target, List<String> headerLines, String body) {

    /** All values of a header. */
    public List<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .toList();
    }
}
