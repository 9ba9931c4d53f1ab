package com.bookedbarber.gateway.limit;

/**
 * What one policy says about one request.
 *
 * @param policy the policy
 * @param allowed whether the request is within it
 * @param remaining requests left in the window
 * @param resetMillis milliseconds until the window starts anew
 * @param retryMillis milliseconds until the next request can be allowed; 0 if this one was
 */
public record RateDecision(RatePolicy policy, boolean allowed, long remaining, long resetMillis, long retryMillis) {}
