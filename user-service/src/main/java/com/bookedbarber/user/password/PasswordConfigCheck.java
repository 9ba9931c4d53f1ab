package com.bookedbarber.user.password;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses to start with settings that are out of their range. In plain code, since constraints on a configuration make
 * the whole start wait for a validator.
 */
@ApplicationScoped
class PasswordConfigCheck {

    private final PasswordConfig config;

    PasswordConfigCheck(PasswordConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        check(config);
    }

    static void check(PasswordConfig config) {
        require("memory-kib", config.memoryKib(), 64, 1_048_576);
        require("passes", config.passes(), 1, 100);
        require("lanes", config.lanes(), 1, 16);
        require("at-once", config.atOnce(), 1, 1_000);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException(
                    "bb.passwords.%s is %d; it has to be from %d to %d.".formatted(name, value, least, most));
        }
    }
}
