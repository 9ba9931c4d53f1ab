package com.bookedbarber.gateway.limit;

import java.util.Locale;

/** What a limit counts by. */
public enum RateKey {
    /** The client's address; an IPv6 network of 64 bits counts as one address. */
    ADDRESS,
    /** The signed-in user; does not apply to others. */
    USER,
    /** The signed-in user, else the address. */
    CALLER,
    /** The address of somebody who is not signed in; does not apply to users. */
    GUEST,
    /** The e-mail address named in the body, whoever sends it. */
    ACCOUNT,
    /** The integrator's key, sent as {@code X-Api-Key}; does not apply without one. */
    API_KEY;

    static RateKey parse(String text) {
        return valueOf(text.trim().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
