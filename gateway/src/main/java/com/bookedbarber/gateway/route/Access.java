package com.bookedbarber.gateway.route;

/** Who may call a route. */
public enum Access {
    /** Anyone; a token that is sent is still checked. */
    PUBLIC,
    /** Only callers with a valid token. */
    TOKEN
}
