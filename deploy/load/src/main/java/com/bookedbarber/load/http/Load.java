package com.bookedbarber.load.http;

import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * A load on one port of loopback, bounded by time and by the requests there are.
 *
 * @param port where it goes
 * @param connections kept open, each with one request at a time
 * @param perSecond requests that arrive in a second, at random times, whether earlier ones were answered or not (an
 *     open model); 0 for the next one right after each answer (a closed model)
 * @param time how long requests are sent
 * @param expected statuses that are no error
 * @param seed of the arrival times
 */
public record Load(int port, int connections, double perSecond, Duration time, IntPredicate expected, long seed) {

    /** As many clients, each asking again once it was answered; every 2xx is expected. */
    public static Load closed(int port, int clients, Duration time) {
        return new Load(port, clients, 0, time, Load::succeeded, 1);
    }

    /** Requests at a rate; every 2xx is expected. */
    public static Load open(int port, int connections, double perSecond, Duration time) {
        return new Load(port, connections, perSecond, time, Load::succeeded, 1);
    }

    public Load expecting(IntPredicate statuses) {
        return new Load(port, connections, perSecond, time, statuses, seed);
    }

    private static boolean succeeded(int status) {
        return status >= 200 && status < 300;
    }
}
