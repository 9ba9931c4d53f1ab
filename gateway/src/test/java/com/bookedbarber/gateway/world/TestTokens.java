package com.bookedbarber.gateway.world;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tokens as user-service would sign them, and some that it would not. */
public final class TestTokens {

    private static final List<RsaJsonWebKey> PUBLISHED = new CopyOnWriteArrayList<>(List.of(key("first")));

    private TestTokens() {}

    /** A good one, valid for fifteen minutes. */
    public static String of(String subject) {
        return signed(PUBLISHED.getFirst(), subject, "https://bookedbarber", Duration.ofMinutes(15));
    }

    public static String expired(String subject) {
        return signed(PUBLISHED.getFirst(), subject, "https://bookedbarber", Duration.ofMinutes(-1));
    }

    public static String foreign(String subject) {
        return signed(PUBLISHED.getFirst(), subject, "https://elsewhere", Duration.ofMinutes(15));
    }

    /** Signed with a key of the same id that nobody has published. */
    public static String forged(String subject) {
        return signed(key("first"), subject, "https://bookedbarber", Duration.ofMinutes(15));
    }

    /** Signed with a new key, which is published from now on. */
    public static String signedWithNewKey(String subject, String keyId) {
        RsaJsonWebKey key = key(keyId);
        PUBLISHED.add(key);
        return signed(key, subject, "https://bookedbarber", Duration.ofMinutes(15));
    }

    static String jwks() {
        return new JsonWebKeySet(PUBLISHED).toJson();
    }

    private static RsaJsonWebKey key(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RsaJsonWebKey key, String subject, String issuer, Duration validFor) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + validFor.toSeconds()));
        claims.setStringListClaim("groups", "client");
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
