package com.bookedbarber.load.protocol;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The figures in Gatling's report: the first row of its table, which is about all requests. Gatling writes them nowhere
 * else in text. Its percentiles are whole milliseconds; 1 to 4 are set to 50, 75, 95 and 99.
 */
record GatlingStats(long requests, long errors, double p50, double p95, double p99) {

    static final String FILE = "index.html";

    /** What the operating system says to a client that opens a connection for each of many waiting requests. */
    private static final String OWN_LIMIT = "Too many open files";

    private static final Pattern CELL =
            Pattern.compile("<td class=\"value (?:total|ok|ko) col-(\\d+)\">([\\d.]+|-)</td>");
    private static final int TOTAL = 2;
    private static final int FAILED = 4;
    private static final int P50 = 8;
    private static final int P95 = 10;
    private static final int P99 = 11;

    static GatlingStats read(Path file) throws IOException {
        var html = Files.readString(file);
        if (html.contains(OWN_LIMIT)) {
            throw new BenchException(
                    "Gatling fell behind and ran out of files for connections of its own, so this says "
                            + "nothing about the suite; measure again when the machine is quieter.");
        }
        var cells = firstRow(html);
        return new GatlingStats(
                (long) figure(cells, TOTAL),
                (long) figure(cells, FAILED),
                figure(cells, P50),
                figure(cells, P95),
                figure(cells, P99));
    }

    private static Map<Integer, String> firstRow(String html) {
        var cells = new HashMap<Integer, String>();
        var cell = CELL.matcher(html);
        while (cell.find()) {
            cells.putIfAbsent(Integer.valueOf(cell.group(1)), cell.group(2));
        }
        return cells;
    }

    private static double figure(Map<Integer, String> cells, int column) {
        var text = cells.get(column);
        if (text == null) {
            throw new BenchException("Gatling's report has no column " + column + "; has its version changed?");
        }
        return text.equals("-") ? 0 : Double.parseDouble(text);
    }

    Measurement of(GatlingScenario scenario, Map<String, ProcessUsage> usage) {
        return new Measurement(scenario.name(), requests, scenario.seconds(), p50, p95, p99, errors, usage);
    }
}
