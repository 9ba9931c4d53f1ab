package com.bookedbarber.user.onetime;

import java.time.Duration;

/** What a mailed token is good for, and for how long. */
public enum OneTimePurpose {
    VERIFY_EMAIL("verify-email", Duration.ofDays(3)),
    RESET_PASSWORD("reset-password", Duration.ofHours(1));

    private final String text;
    private final Duration lifetime;

    OneTimePurpose(String text, Duration lifetime) {
        this.text = text;
        this.lifetime = lifetime;
    }

    String text() {
        return text;
    }

    Duration lifetime() {
        return lifetime;
    }
}
