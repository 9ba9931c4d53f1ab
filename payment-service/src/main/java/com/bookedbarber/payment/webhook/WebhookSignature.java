package com.bookedbarber.payment.webhook;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The signature of a webhook, in Stripe's scheme {@code v1}: {@code t=<seconds>,v1=<hex>,…} with HMAC-SHA256 over time,
 * dot and body; see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe's manual</a>. The time is signed,
 * so an old message cannot be sent again as a new one.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final Duration tolerance;

    WebhookSignature(String secret, Duration tolerance) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.tolerance = tolerance;
    }

    /** Whether one of the header's signatures is ours, and made not longer ago (or ahead) than is tolerated. */
    boolean covers(String header, byte[] body, Instant now) {
        Optional<String> time = values(header, "t").stream().findFirst();
        if (time.isEmpty() || !time.get().matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time.get())), now);
        byte[] expected = sign(time.get(), body).getBytes(StandardCharsets.UTF_8);
        return age.abs().compareTo(tolerance) <= 0
                && values(header, "v1").stream()
                        .anyMatch(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    /** The signature of a body at that time, in lower-case hex. */
    String sign(String epochSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((epochSeconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> values(String header, String name) {
        String prefix = name + "=";
        return header == null
                ? List.of()
                : Arrays.stream(header.split(","))
                        .map(String::trim)
                        .filter(part -> part.startsWith(prefix))
                        .map(part -> part.substring(prefix.length()))
                        .toList();
    }
}
