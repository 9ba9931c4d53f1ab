package com.bookedbarber.local.monitoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One series as Prometheus keeps it: what a process exports, with the labels that its scrape adds. */
public record Series(String metric, Map<String, String> labels) {

    private static final Pattern NAME = Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * Reads Prometheus's text format.
     *
     * @param added the labels of the scrape
     */
    public static List<Series> of(String text, Map<String, String> added) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> read(line, added))
                .toList();
    }

    private static Series read(String line, Map<String, String> added) {
        var name = NAME.matcher(line);
        if (!name.find()) {
            throw new IllegalArgumentException("Not a line of Prometheus's text format: " + line);
        }
        var labels = new HashMap<>(added);
        LABEL.matcher(line).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return new Series(name.group(), Map.copyOf(labels));
    }
}
