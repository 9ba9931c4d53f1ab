package com.bookedbarber.load;

import com.bookedbarber.load.availability.AvailabilityBench;
import com.bookedbarber.load.booking.BookingBench;
import com.bookedbarber.load.consistency.ConsistencyBench;
import com.bookedbarber.load.edge.GatewayBench;
import com.bookedbarber.load.feed.FeedBench;
import com.bookedbarber.load.generate.Generate;
import com.bookedbarber.load.measure.Stalls;
import com.bookedbarber.load.protocol.ProtocolBench;
import com.bookedbarber.load.rolling.RollingBench;
import com.bookedbarber.load.stack.LocalStack;
import com.bookedbarber.load.startup.StartupBench;
import com.bookedbarber.local.stack.StackException;
import com.bookedbarber.platform.stores.StoreException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The Java half of {@code ./dev bench}. */
public final class Bench {

    private static final String USAGE = """
            Usage: ./dev bench [<what>] [--<option> <value> …]

            On the stack that ./dev up runs:
              protocol      /health, dashboard and appointments through the gateway at 50 and 100 users (the default)
                            --seconds 10
              generate      no bench: fills it with shops that have a past; --shops 5 --days 180 --seed 1

            With processes of its own, on free ports, beside a running stack or without one:
              availability  free times of 5 barbers over 90 days, at 10⁴ to 10⁶ appointments; --large goes on to 10⁷
              booking       bookings at the service and through the gateway beside pgbench sending the same SQL, and the
                            wait of those who come too late; --seconds 15; --hot measures only that wait
              gateway       the edge beside nginx, what it adds, and five times too much; --seconds 8
                            --upstream nginx puts an nginx behind them instead of a server as the services have
                            --idle only counts what 10,000 idle connections cost
                            --limits only what three gateways on one Redis let through, Redis killed included
              consistency   random bookings, moves and cancellations from two processes on one database
                            --operations 100000 --seed 1
              feed          events a second that one consumer takes in; --events 100000
              rolling       every instance of every service replaced at half load, then those of two gateways;
                            --rate sets the load instead
              startup       start to ready and memory of each service, with its AOT cache and without; --rounds 5

            Tables are kept in .local/bench; docs/performance.md tells how to read them.
            """;

    private static final Duration LOOK_AT_THE_MACHINE = Duration.ofSeconds(2);

    private Bench() {}

    /** Runs one bench; ends with 1 and a sentence when it cannot, with 2 when a figure missed what has to hold. */
    public static void main(String[] arguments) {
        try {
            System.exit(run(List.of(arguments)));
        } catch (BenchException | StackException | StoreException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> arguments) {
        boolean named = !arguments.isEmpty() && !arguments.getFirst().startsWith("--");
        var name = named ? arguments.getFirst() : "protocol";
        if (name.equals("help")) {
            System.out.println(USAGE.strip());
            return 0;
        }
        var home = Path.of(System.getProperty("bookedbarber.home", ".")).toAbsolutePath();
        var options = BenchOptions.parse(arguments.subList(named ? 1 : 0, arguments.size()));
        var report = new Report(name, home.resolve(".local/bench"), System.out);
        if (!name.equals("generate")) {
            report.figure(Stalls.measure(LOOK_AT_THE_MACHINE).toString());
        }
        switch (name) {
            case "protocol" -> ProtocolBench.run(LocalStack.running(home), options, report);
            case "availability" -> AvailabilityBench.run(home, options, report);
            case "booking" -> BookingBench.run(home, options, report);
            case "gateway" -> GatewayBench.run(home, options, report);
            case "consistency" -> ConsistencyBench.run(home, options, report);
            case "feed" -> FeedBench.run(home, options, report);
            case "rolling" -> RollingBench.run(home, options, report);
            case "startup" -> StartupBench.run(home, options, report);
            case "generate" -> Generate.run(LocalStack.running(home), options, report);
            default -> throw new BenchException("There is no bench \"" + name + "\".\n\n" + USAGE);
        }
        report.finish();
        return report.missed() ? 2 : 0;
    }
}
