package com.bookedbarber.load.measure;

import java.util.Map;

/**
 * What one scenario came to.
 *
 * @param scenario its name, for the table
 * @param requests answered, errors included
 * @param seconds how long it ran
 * @param p50 milliseconds, as the two that follow
 * @param errors answers the scenario did not expect, and requests that got none
 * @param usage what the processes took meanwhile, by their names
 */
public record Measurement(
        String scenario,
        long requests,
        double seconds,
        double p50,
        double p95,
        double p99,
        long errors,
        Map<String, ProcessUsage> usage) {

    /** From times kept one by one. */
    public static Measurement of(
            String scenario, Latencies latencies, double seconds, long errors, Map<String, ProcessUsage> usage) {
        return new Measurement(
                scenario,
                latencies.count(),
                seconds,
                latencies.millisAt(50),
                latencies.millisAt(95),
                latencies.millisAt(99),
                errors,
                usage);
    }

    public double perSecond() {
        return requests / seconds;
    }
}
