package com.bookedbarber.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;
import java.util.Optional;

/** What somebody is in a shop. */
public enum ShopRole {
    OWNER,
    MANAGER,
    BARBER,
    RECEPTIONIST;

    /** The name in tokens and JSON: {@code owner}, {@code manager}, {@code barber}, {@code receptionist}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name. */
    @JsonCreator
    public static ShopRole of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("must be owner, manager, barber or receptionist"));
    }

    /** The role of that name, or nothing if there is none. */
    public static Optional<ShopRole> parse(String text) {
        for (ShopRole role : values()) {
            if (role.text().equals(text)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
