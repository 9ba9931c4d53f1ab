package com.bookedbarber.load.consistency;

import java.util.Set;

/** Which answers a client can make sense of, when many move the same appointments at the same time. */
final class Explained {

    static final String BOOKED = "book 201";
    static final String MOVED = "reschedule 200";
    static final String CANCELLED = "cancel 200";

    private static final Set<String> KINDS = Set.of(
            BOOKED,
            // Somebody else has the time.
            "book 409 slot-taken",
            // The same answer once more.
            "repeat 201",
            MOVED,
            "reschedule 409 slot-taken",
            // It was cancelled, or its hold has expired.
            "reschedule 409 illegal-state",
            // Somebody else has moved it since this client looked.
            "reschedule 412 version-stale",
            CANCELLED,
            "cancel 409 illegal-state",
            "cancel 412 version-stale");

    private Explained() {}

    static boolean is(String kind) {
        return KINDS.contains(kind);
    }
}
