package com.bookedbarber.gateway.identity;

import com.bookedbarber.platform.hash.Sha256;

import java.nio.ByteBuffer;

/**
 * The SHA-256 of a token, so that no token is kept in memory.
 *
 * @param a first quarter
 * @param b second quarter
 * @param c third quarter
 * @param d last quarter
 */
record TokenHash(long a, long b, long c, long d) {

    static TokenHash of(String token) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(token));
        return new TokenHash(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }
}
