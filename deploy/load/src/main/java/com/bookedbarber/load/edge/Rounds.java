package com.bookedbarber.load.edge;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What several rounds have measured. */
final class Rounds {

    private Rounds() {}

    static double median(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The median, and each. */
    static String describe(double[] values) {
        var each = Arrays.stream(values).mapToObj("%.2f"::formatted).collect(Collectors.joining(", "));
        return "%.2f (%s)".formatted(median(values), each);
    }
}
