package com.bookedbarber.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Access tokens of any kind, signed by a key made for this run; {@link Neighbours} publishes its public half. */
public final class Tokens {

    static final String KEY_ID = "test-key";

    private static final KeyPair KEYS = newKeys();
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private Tokens() {}

    /** A signed-in client. */
    public static String client(UUID userId) {
        return user(userId, Map.of(), Set.of("client"));
    }

    /** Somebody with a role in one shop: {@code owner}, {@code manager}, {@code barber} or {@code receptionist}. */
    public static String staff(UUID userId, UUID shopId, String role) {
        return user(userId, Map.of(shopId, role), Set.of("client"));
    }

    /** An administrator of the platform. */
    public static String admin(UUID userId) {
        return user(userId, Map.of(), Set.of("client", "admin"));
    }

    /** Another service. */
    public static String service(String name) {
        return sign(Jwt.subject(name).groups("service"));
    }

    private static String user(UUID userId, Map<UUID, String> shops, Set<String> groups) {
        Map<String, Object> claim = new HashMap<>();
        shops.forEach((shop, role) -> claim.put(shop.toString(), role));
        return sign(Jwt.subject(userId.toString())
                .groups(groups)
                .claim("shops", claim)
                .claim("email", userId + "@example.com")
                .claim("email_verified", true));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.issuer("https://bookedbarber")
                .expiresIn(LIFETIME)
                .jws()
                .keyId(KEY_ID)
                .sign(KEYS.getPrivate());
    }

    /** The key set that verifies the tokens, as JSON. */
    static String keySet() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
