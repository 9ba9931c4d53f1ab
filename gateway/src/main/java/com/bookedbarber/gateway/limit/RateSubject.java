package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.network.ClientNetwork;
import com.bookedbarber.platform.hash.Sha256;

import java.util.Base64;
import java.util.Locale;

/** Whom a limit is about, without saying so: accounts and keys are hashed before they go anywhere. */
final class RateSubject {

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
        return "a:" + ClientNetwork.of(caller.address());
    }

    private static String account(RateCaller caller) {
        return caller.account().strip().toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
