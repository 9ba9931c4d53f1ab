package com.bookedbarber.gateway.limit;

/**
 * So many requests in so much time.
 *
 * @param name the stable name, which clients see in {@code RateLimit-Policy}
 * @param limit requests in a window
 * @param windowMillis the window's length
 * @param key what is counted
 */
public record RatePolicy(String name, long limit, long windowMillis, RateKey key) {

    /** The share of one of several instances that cannot ask each other; at least one request. */
    public RatePolicy share(int instances) {
        return new RatePolicy(name, Math.max(1, limit / instances), windowMillis, key);
    }
}
