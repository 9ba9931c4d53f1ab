package com.bookedbarber.load.booking;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;
import com.bookedbarber.load.tool.Output;
import com.bookedbarber.load.tool.Tool;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Service;
import com.bookedbarber.platform.stores.ServiceRole;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, signed in as the booking-service, with prepared statements as the service has. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without initial connection time\\)");
    private static final Pattern TRANSACTIONS = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+) ms");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private final Addresses addresses;
    private final int clients;

    Pgbench(Addresses addresses, int clients) {
        this.addresses = addresses;
        this.clients = clients;
    }

    /** @param meanMillis the only latency that it tells */
    record Result(double perSecond, long transactions, double meanMillis, long failed) {

        Measurement as(String scenario, Map<String, ProcessUsage> usage) {
            return new Measurement(
                    scenario,
                    transactions,
                    transactions / perSecond,
                    meanMillis,
                    Double.NaN,
                    Double.NaN,
                    failed,
                    usage);
        }
    }

    /**
     * Runs a script.
     *
     * @param first the number of the first time to book
     */
    Result run(Path script, long first, int seconds) {
        var role = Service.BOOKING.role().orElseThrow();
        var builder = new ProcessBuilder(List.of(
                Tool.PGBENCH.require(),
                "-h",
                "localhost",
                "-p",
                Integer.toString(addresses.postgres()),
                "-U",
                role.role(),
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                "-D",
                "i=-1",
                "-D",
                "first=" + first,
                "-D",
                "clients=" + clients,
                "-f",
                script.toString(),
                addresses.database()));
        builder.environment().put("PGPASSWORD", ServiceRole.LOCAL_PASSWORD);
        return parse(Output.of(builder));
    }

    static Result parse(String output) {
        return new Result(number(RATE, output), (long) number(TRANSACTIONS, output), number(LATENCY, output), (long)
                number(FAILED, output));
    }

    private static double number(Pattern pattern, String output) {
        var match = pattern.matcher(output);
        if (!match.find()) {
            throw new BenchException("pgbench said something unexpected:\n" + output);
        }
        return Double.parseDouble(match.group(1));
    }
}
