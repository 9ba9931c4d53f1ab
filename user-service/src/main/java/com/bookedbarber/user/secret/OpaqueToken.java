package com.bookedbarber.user.secret;

import com.bookedbarber.platform.hash.Sha256;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A token that says nothing and cannot be guessed. Only its hash is stored; since the token itself is random, a plain
 * SHA-256 is enough to keep the table worthless to a thief.
 *
 * @param text what its holder has
 */
public record OpaqueToken(String text) {

    private static final int BYTES = 32;

    /** A new one of 256 random bits. */
    public static OpaqueToken random() {
        byte[] bytes = new byte[BYTES];
        // Made anew: one in a static field would be part of a native executable, its seed included.
        new SecureRandom().nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored: the SHA-256 of the text, 32 bytes. */
    public byte[] hash() {
        return Sha256.of(text);
    }

    /** Hides the text from logs. */
    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
