package com.bookedbarber.load.edge;

import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.http.Requests;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.ProcessWatch;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The time that a gateway with everything on adds to its service's at half of what it can do, in rounds that take turns:
 * for one client, and when each request is another client's and the limiter has to ask Redis about it first.
 */
final class HalfLoad {

    private static final int CONNECTIONS = 50;
    private static final int ROUNDS = 5;

    /** At half load fewer requests share a batch, so other paths are hot than at full load, and are compiled first. */
    private static final int WARM_UPS = 6;

    /** So many that none comes again before what Redis told of it is too old. */
    private static final int CLIENTS = 4096;

    private final Report report;
    private final Map<String, ProcessHandle> processes;
    private final double rate;
    private final Duration time;

    /**
     * A load.
     *
     * @param processes whose CPU is told
     * @param rate requests in a second
     * @param seconds how long each load takes
     */
    HalfLoad(Report report, Map<String, ProcessHandle> processes, double rate, int seconds) {
        this.report = report;
        this.processes = processes;
        this.rate = rate;
        this.time = Duration.ofSeconds(seconds);
    }

    /** Runs it on the service and on the gateway, which has to trust loopback as a proxy. */
    void run(int servicePort, int gatewayPort, String path, String authorization) {
        var request = WireRequest.get(path).with("Authorization", authorization);
        var one = Requests.repeating(request.bytes());
        var many = manyClients(request);
        for (int i = 0; i < WARM_UPS; i++) {
            ask(gatewayPort, one);
            ask(gatewayPort, many);
        }
        var direct = new LoadResult[ROUNDS];
        var byOne = new LoadResult[ROUNDS];
        var byMany = new LoadResult[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            direct[round] = told("service itself", round, servicePort, one);
            byOne[round] = told("one client", round, gatewayPort, one);
            byMany[round] = told("many clients", round, gatewayPort, many);
        }
        judge(byOne, direct, 50, 0.5);
        judge(byOne, direct, 99, 3);
        report.figure("the same, each request another client's: p50 %s ms, p99 %s ms"
                .formatted(Rounds.describe(added(byMany, direct, 50)), Rounds.describe(added(byMany, direct, 99))));
    }

    private static Requests manyClients(WireRequest request) {
        var requests = IntStream.range(0, CLIENTS)
                .mapToObj(i -> request.with("X-Forwarded-For", "10.0." + i / 256 + '.' + i % 256)
                        .bytes())
                .toArray(byte[][]::new);
        return number -> requests[(int) (number % CLIENTS)];
    }

    private LoadResult told(String who, int round, int port, Requests requests) {
        var watch = ProcessWatch.start(processes);
        var result = ask(port, requests);
        report.add(result.as("half load, %s, round %d".formatted(who, round + 1), watch.end()));
        return result;
    }

    private LoadResult ask(int port, Requests requests) {
        return LoadDriver.run(Load.open(port, CONNECTIONS, rate, time), requests);
    }

    private void judge(LoadResult[] through, LoadResult[] direct, int percent, double most) {
        var added = added(through, direct, percent);
        report.verdict(
                Rounds.median(added) <= most,
                "added at half load, p%d: %s ms (at most %.1f)".formatted(percent, Rounds.describe(added), most));
    }

    private static double[] added(LoadResult[] through, LoadResult[] direct, int percent) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> through[round].expected().millisAt(percent)
                        - direct[round].expected().millisAt(percent))
                .toArray();
    }
}
