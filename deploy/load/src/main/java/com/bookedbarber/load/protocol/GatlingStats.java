package com.bookedbarber.load.protocol;

import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The figures in Gatling's report. Its percentiles are whole milliseconds; 1 to 4 are set to 50, 75, 95 and 99. */
record GatlingStats(long requests, long errors, double p50, double p95, double p99) {

    static final String FILE = "js/stats.json";

    static GatlingStats read(Path file) throws IOException {
        var stats = new ObjectMapper().readTree(file.toFile()).path("stats");
        var requests = stats.path("numberOfRequests");
        return new GatlingStats(
                requests.path("total").asLong(),
                requests.path("ko").asLong(),
                percentile(stats, 1),
                percentile(stats, 3),
                percentile(stats, 4));
    }

    private static double percentile(JsonNode stats, int number) {
        return stats.path("percentiles" + number).path("total").asDouble(Double.NaN);
    }

    Measurement of(GatlingScenario scenario, Map<String, ProcessUsage> usage) {
        return new Measurement(scenario.name(), requests, scenario.seconds(), p50, p95, p99, errors, usage);
    }
}
