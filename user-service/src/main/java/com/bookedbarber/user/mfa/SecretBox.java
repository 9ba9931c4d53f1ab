package com.bookedbarber.user.mfa;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;

/** Encrypts the secrets of second factors with AES-256-GCM; each opens only for the account it was closed for. */
final class SecretBox {

    /** Bytes of a key. */
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretBox(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("BB_MFA_KEY has to be " + KEY_BYTES + " bytes in Base64.");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The nonce, followed by the encrypted secret and its tag. */
    byte[] close(byte[] secret, UUID accountId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret, accountId);
        return ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    byte[] open(byte[] box, UUID accountId) {
        ByteBuffer content = ByteBuffer.wrap(box);
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        byte[] closed = new byte[content.remaining()];
        content.get(closed);
        return run(Cipher.DECRYPT_MODE, nonce, closed, accountId);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, UUID accountId) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(accountId.getMostSignificantBits())
                    .putLong(accountId.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A second factor cannot be read: was BB_MFA_KEY changed?", failure);
        }
    }
}
