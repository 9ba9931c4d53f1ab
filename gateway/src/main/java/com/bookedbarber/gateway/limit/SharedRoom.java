package com.bookedbarber.gateway.limit;

import io.vertx.redis.client.Response;

/**
 * What Redis says of one key when several requests ask about it at once.
 *
 * @param policy the policy
 * @param requests how many requests it had room for before any of them was counted
 * @param resetMillis milliseconds until the window starts anew
 * @param retryMillis milliseconds until there is room again for those that found none
 */
record SharedRoom(RatePolicy policy, long requests, long resetMillis, long retryMillis) {

    /** How many numbers of the script's answer make one. */
    static final int NUMBERS = 3;

    static SharedRoom of(RatePolicy policy, Response answer, int at) {
        return new SharedRoom(
                policy,
                answer.get(at).toLong(),
                answer.get(at + 1).toLong(),
                answer.get(at + 2).toLong());
    }

    /** The decision about one request, after so many others were allowed. */
    RateDecision decide(long allowedBefore) {
        boolean allowed = allowedBefore < requests;
        return new RateDecision(
                policy, allowed, allowed ? requests - allowedBefore - 1 : 0, resetMillis, allowed ? 0 : retryMillis);
    }
}
