package com.bookedbarber.gateway.limit;

/**
 * What is remembered of one key: the generic cell rate algorithm with a cap on its window.
 *
 * <p>GCRA alone (a burst of the whole limit, then one request every {@code window / limit}) lets twice the limit through
 * in the first window. Here the requests of a window are counted too, and a window starts with the first request after
 * the previous one has ended. So nobody gets more than the limit in a window, nobody can double it across the border of
 * two, and whoever stays below it in every stretch of that length is never refused. {@code limits.lua} does the same in
 * Redis.
 */
final class Gcra {

    private long theoreticalArrival = Long.MIN_VALUE;
    private long windowStart;
    private long count;

    /** What a request now would get; changes nothing. */
    RateDecision peek(RatePolicy policy, long nowNanos) {
        long window = policy.windowMillis() * 1_000_000;
        boolean fresh = theoreticalArrival == Long.MIN_VALUE || nowNanos - windowStart >= window;
        long used = fresh ? 0 : count;
        long started = fresh ? nowNanos : windowStart;
        long interval = window / policy.limit();
        long ahead = aheadOf(nowNanos) + interval;
        boolean allowed = ahead <= window && used < policy.limit();
        long wait = allowed ? 0 : Math.max(ahead - window, used < policy.limit() ? 0 : started + window - nowNanos);
        long remaining = Math.min(policy.limit() - used, (window - ahead) / interval + 1);
        return new RateDecision(
                policy,
                allowed,
                Math.max(0, allowed ? remaining - 1 : 0),
                millis(started + window - nowNanos),
                millis(wait));
    }

    /** Counts an allowed request. */
    void take(RatePolicy policy, long nowNanos) {
        long window = policy.windowMillis() * 1_000_000;
        if (theoreticalArrival == Long.MIN_VALUE || nowNanos - windowStart >= window) {
            windowStart = nowNanos;
            count = 0;
        }
        count++;
        theoreticalArrival = nowNanos + aheadOf(nowNanos) + window / policy.limit();
    }

    private long aheadOf(long nowNanos) {
        return theoreticalArrival == Long.MIN_VALUE ? 0 : Math.max(0, theoreticalArrival - nowNanos);
    }

    private static long millis(long nanos) {
        return (nanos + 999_999) / 1_000_000;
    }
}
