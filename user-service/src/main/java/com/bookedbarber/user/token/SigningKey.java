package com.bookedbarber.user.token;

import com.bookedbarber.platform.hash.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * An RSA key that signs tokens.
 *
 * @param id the JWK thumbprint (<a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a>): all replicas with the
 *     same key call it the same
 */
record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey) {

    private static final int LEAST_BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** A new key, for stacks that were given none. */
    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(LEAST_BITS);
            KeyPair pair = generator.generateKeyPair();
            return of(pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a key.
     *
     * @param pemOrPath a PKCS#8 PEM, with line breaks or {@code \n}, or the path of one
     * @throws IllegalStateException if it is none that tokens may be signed with; does not show what was given
     */
    static SigningKey read(String pemOrPath) {
        String pem = pemOrPath.contains(BEGIN) ? pemOrPath : content(Path.of(pemOrPath.trim()));
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("A signing key has to be a PKCS#8 PEM (BEGIN PRIVATE KEY).");
        }
        String base64 =
                pem.substring(begin + BEGIN.length(), end).replace("\\n", "").replaceAll("\\s", "");
        try {
            return decode(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | GeneralSecurityException | ClassCastException unreadable) {
            throw new IllegalStateException("A signing key cannot be read; it has to be an RSA key in PKCS#8.");
        }
    }

    private static SigningKey decode(byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw new IllegalStateException("A signing key needs at least " + LEAST_BITS + " bits.");
        }
        RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return of(key, (RSAPublicKey) keys.generatePublic(half));
    }

    private static SigningKey of(PrivateKey privateKey, RSAPublicKey publicKey) {
        return new SigningKey(thumbprint(publicKey), privateKey, publicKey);
    }

    /** The public half as a JSON Web Key. */
    String jwk() {
        return """
                {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}""".formatted(id, base64(publicKey.getModulus()), base64(publicKey.getPublicExponent()));
    }

    private static String thumbprint(RSAPublicKey key) {
        String members = """
                {"e":"%s","kty":"RSA","n":"%s"}""".formatted(base64(key.getPublicExponent()), base64(key.getModulus()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(members));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, unsigned, 0, unsigned.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key's file cannot be read", unreadable);
        }
    }

    /** Shows the id only. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
