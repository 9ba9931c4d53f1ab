package com.bookedbarber.load.edge;

import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.Requests;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;

import java.time.Duration;

/** What silence costs: the gateway's memory with many keep-alive connections on which nothing happens. */
final class IdleBench {

    private static final int BUSY = 50;
    private static final int IDLE = 10_000;

    private final OwnStack stack;
    private final Report report;
    private final int seconds;

    /** @param seconds of load before the memory is read, so that what any load needs is not counted */
    IdleBench(OwnStack stack, Report report, int seconds) {
        this.stack = stack;
        this.report = report;
        this.seconds = seconds;
    }

    void run() {
        stack.start(Service.GATEWAY);
        int port = stack.port(Service.GATEWAY);
        var gateway = stack.processes().get("gateway");
        LoadDriver.run(
                Load.closed(port, BUSY, Duration.ofSeconds(seconds)).expecting(status -> true),
                Requests.repeating(WireRequest.get("/health").bytes()));
        var before = ProcessWatch.memoryMib(gateway);
        try (var idle = IdleConnections.open(port, IDLE, "/health")) {
            var after = ProcessWatch.memoryMib(gateway);
            report.figure("gateway: %d MiB before, %d MiB with %,d idle connections".formatted(before, after, IDLE));
            report.verdict(idle.alive() == IDLE, "%,d of %,d connections are kept".formatted(idle.alive(), IDLE));
            report.verdict(after - before < 200, "they cost %d MiB (less than 200)".formatted(after - before));
        }
    }
}
