package com.bookedbarber.load.http;

import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;
import com.bookedbarber.load.measure.Tally;

import java.util.Map;

/**
 * What became of a load.
 *
 * @param expected times of answers with an expected status
 * @param unexpected times of the others; a request that got no answer has none
 * @param statuses how often each status came; {@code none} where there was no answer
 * @param seconds from the first request to the last answer
 */
public record LoadResult(Latencies expected, Latencies unexpected, Tally statuses, double seconds) {

    /** Answers that were not expected, and requests without one. */
    public long errors() {
        return statuses.total() - expected.count();
    }

    public double perSecond() {
        return expected.count() / seconds;
    }

    public Measurement as(String scenario, Map<String, ProcessUsage> usage) {
        return Measurement.of(scenario, expected, seconds, errors(), usage);
    }
}
