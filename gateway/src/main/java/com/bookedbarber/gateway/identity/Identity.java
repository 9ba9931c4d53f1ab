package com.bookedbarber.gateway.identity;

/**
 * Who calls, as far as the edge needs to know.
 *
 * @param subject the user's id, or a service's name; null when nobody is signed in
 * @param expiresAt the second since the epoch at which the token ends
 */
public record Identity(String subject, long expiresAt) {

    /** Nobody. */
    public static final Identity NONE = new Identity(null, 0);

    /** Whether there is a caller at all. */
    public boolean present() {
        return subject != null;
    }
}
