package com.bookedbarber.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** Ids of everything that is stored. */
public final class Ids {

    private Ids() {}

    /**
     * A new UUIDv7 (<a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562</a>): ids made one
     * after the other sort that way, which keeps indexes dense, and 74 random bits keep them unguessable.
     */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
