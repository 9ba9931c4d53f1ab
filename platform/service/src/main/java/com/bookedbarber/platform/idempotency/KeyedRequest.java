package com.bookedbarber.platform.idempotency;

/**
 * One request under a key.
 *
 * @param caller whose key it is: a user's id, or another stable text for guests; keys of different callers never meet
 * @param key the key
 * @param hash SHA-256 of what was asked for: route and body
 */
public record KeyedRequest(String caller, IdempotencyKey key, byte[] hash) {}
