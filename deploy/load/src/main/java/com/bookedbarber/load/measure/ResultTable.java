package com.bookedbarber.load.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measurements as an aligned Markdown table, so that what the terminal shows can stand in a document as it is. */
public final class ResultTable {

    private static final List<String> HEAD = List.of("scenario", "req/s", "p50 ms", "p95 ms", "p99 ms", "errors");

    private final List<Measurement> measurements = new ArrayList<>();

    public void add(Measurement measurement) {
        measurements.add(measurement);
    }

    /** The table; each process has a column with its CPU (of one core) and its memory. */
    public String render() {
        var processes = measurements.stream()
                .flatMap(measurement -> measurement.usage().keySet().stream())
                .distinct()
                .toList();
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(HEAD);
        head.addAll(processes);
        rows.add(head);
        measurements.forEach(measurement -> rows.add(row(measurement, processes)));
        return aligned(rows);
    }

    private static List<String> row(Measurement measurement, List<String> processes) {
        var row = new ArrayList<>(List.of(
                measurement.scenario(),
                number(measurement.perSecond()),
                number(measurement.p50()),
                number(measurement.p95()),
                number(measurement.p99()),
                Long.toString(measurement.errors())));
        for (var process : processes) {
            var usage = measurement.usage().get(process);
            row.add(
                    usage == null
                            ? "–"
                            : String.format(Locale.ROOT, "%.0f %% %d MiB", usage.cpuPercent(), usage.memoryMib()));
        }
        return row;
    }

    /** Three digits that matter, never a power of ten. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Rows under a head, as Markdown: the first column to the left, the others to the right. */
    public static String aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        var rule = IntStream.range(0, widths.length)
                .mapToObj(column -> column == 0
                        ? String.join("", Collections.nCopies(widths[0] + 2, "-"))
                        : String.join("", Collections.nCopies(widths[column] + 1, "-")) + ":")
                .collect(Collectors.joining("|", "|", "|"));
        lines.add(1, rule);
        return String.join("\n", lines);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var pad = " ".repeat(widths[column] - row.get(column).length());
                    return column == 0 ? row.get(column) + pad : pad + row.get(column);
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
