package com.bookedbarber.gateway.limit;

import io.netty.util.NetUtil;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Whom a limit is about, without saying so: accounts and keys are hashed before they go anywhere. */
final class RateSubject {

    private static final int NETWORK_BYTES = 8;

    private RateSubject() {}

    /** The subject, or null if this kind of limit does not apply to the caller. */
    static String of(RateKey key, RateCaller caller) {
        boolean guest = caller.subject() == null;
        return switch (key) {
            case ADDRESS -> address(caller);
            case USER -> guest ? null : user(caller);
            case CALLER -> guest ? address(caller) : user(caller);
            case GUEST -> guest ? address(caller) : null;
            case ACCOUNT -> caller.account() == null ? null : "e:" + hash(account(caller));
            case API_KEY -> caller.apiKey() == null ? null : "k:" + hash(caller.apiKey());
        };
    }

    private static String user(RateCaller caller) {
        return "u:" + caller.subject();
    }

    private static String address(RateCaller caller) {
        return "a:" + network(caller.address());
    }

    private static String account(RateCaller caller) {
        return caller.account().strip().toLowerCase(Locale.ROOT);
    }

    /** An IPv4 address itself; of an IPv6 address the 64 bits that a household or server gets. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != 2 * NETWORK_BYTES) {
            return address;
        }
        StringBuilder network = new StringBuilder(24);
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            network.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return network.append(":/64").toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
