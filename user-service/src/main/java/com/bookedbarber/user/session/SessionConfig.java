package com.bookedbarber.user.session;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "bb.sessions")
interface SessionConfig {

    /** How long a refresh token is good for; every refresh starts it anew. */
    Duration refreshLifetime();

    /** How long after its first use a repeat is taken for a double click rather than for a thief. */
    Duration doubleClick();
}
