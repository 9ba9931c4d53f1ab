package com.bookedbarber.load.tool;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** wrk: as many requests as can be, from one thread that costs little beside what it measures. */
public final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in ([\\d.]+(?:us|ms|s|m))");
    private static final Pattern BAD_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET_ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final String program = Tool.WRK.require();
    private final int connections;
    private final int seconds;

    public Wrk(int connections, int seconds) {
        this.connections = connections;
        this.seconds = seconds;
    }

    /**
     * What it came to.
     *
     * @param perSecond answers of any status
     * @param p50 milliseconds, as the one that follows
     */
    public record Result(double perSecond, long requests, double seconds, double p50, double p99, long errors) {

        /** Only answers with a status of success count. */
        public double goodPerSecond() {
            return requests == 0 ? 0 : perSecond * Math.max(0, requests - errors) / requests;
        }

        /** wrk tells no 95th percentile. */
        public Measurement as(String scenario, Map<String, ProcessUsage> usage) {
            return new Measurement(scenario, requests, seconds, p50, Double.NaN, p99, errors, usage);
        }
    }

    /** Runs it against one address. */
    public Result run(String url, Map<String, String> headers) {
        var command = new ArrayList<>(List.of(program, "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add(url);
        return parse(Output.of(command));
    }

    static Result parse(String output) {
        var total = TOTAL.matcher(output);
        var rate = RATE.matcher(output);
        if (!total.find() || !rate.find()) {
            throw new BenchException("wrk said something unexpected:\n" + output);
        }
        return new Result(
                Double.parseDouble(rate.group(1)),
                Long.parseLong(total.group(1)),
                millis(total.group(2)) / 1000,
                percentile(output, 50),
                percentile(output, 99),
                errors(output));
    }

    private static double percentile(String output, int percent) {
        var line = Pattern.compile("(?m)^\\s+" + percent + "%\\s+([\\d.]+(?:us|ms|s|m))")
                .matcher(output);
        return line.find() ? millis(line.group(1)) : Double.NaN;
    }

    private static long errors(String output) {
        long errors = 0;
        var bad = BAD_STATUS.matcher(output);
        if (bad.find()) {
            errors += Long.parseLong(bad.group(1));
        }
        var socket = SOCKET_ERRORS.matcher(output);
        if (socket.find()) {
            for (int kind = 1; kind <= 4; kind++) {
                errors += Long.parseLong(socket.group(kind));
            }
        }
        return errors;
    }

    private static double millis(String time) {
        var number = Double.parseDouble(time.replaceAll("[a-z]", ""));
        return switch (time.replaceAll("[\\d.]", "")) {
            case "us" -> number / 1000;
            case "ms" -> number;
            case "s" -> number * 1000;
            default -> number * 60_000;
        };
    }
}
