package com.bookedbarber.platform.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 for what is hashed with every request. The algorithm is looked up once and copied: a lookup asks the
 * providers and, since JDK 25, the constraints on algorithms each time.
 */
public final class Sha256 {

    /** Never fed, so any thread may copy it. */
    private static final MessageDigest UNUSED = lookUp();

    private Sha256() {}

    /** The hash of a text's UTF-8 bytes: 32 bytes. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the parts one after the other: 32 bytes. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = copy();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            // A provider other than the JDK's own may not offer copies.
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
