package com.bookedbarber.booking.link;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

/**
 * Tokens for those who have no account: whoever has the token may manage the appointment, or end the reminders.
 *
 * <p>A token is an HMAC-SHA256 over what it opens, so nothing has to be stored, a copy of the database opens nothing, and
 * every mail can carry it.
 */
@ApplicationScoped
public class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String publicUrl;

    SignedLinks(
            @ConfigProperty(name = "bb.link-secret") String secret,
            @ConfigProperty(name = "bb.public-url") String publicUrl) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** Lets its bearer see, move and cancel the appointment. */
    public String manageToken(UUID appointmentId) {
        return sign("manage", appointmentId);
    }

    /** Whether the token is the appointment's; takes the same time for every wrong one. */
    public boolean isManageToken(UUID appointmentId, String token) {
        return isEqual(manageToken(appointmentId), token);
    }

    /** Lets its bearer end the reminders about a client's appointments in a shop. */
    public String optOutToken(UUID clientRecordId) {
        return sign("opt-out", clientRecordId);
    }

    /** Whether the token is the client record's. */
    public boolean isOptOutToken(UUID clientRecordId, String token) {
        return isEqual(optOutToken(clientRecordId), token);
    }

    /** The address of a path for those outside. */
    public String to(String path) {
        return publicUrl + path;
    }

    private String sign(String purpose, UUID id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal((purpose + ":" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isEqual(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
