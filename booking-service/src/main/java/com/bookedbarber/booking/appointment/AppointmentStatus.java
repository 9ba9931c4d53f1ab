package com.bookedbarber.booking.appointment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The life of an appointment. Every move that is not in the table is illegal.
 *
 * <pre>
 * held        → confirmed | expired | cancelled
 * confirmed   → checked-in | completed | cancelled | no-show
 * checked-in  → completed | cancelled
 * </pre>
 *
 * <p>Who was checked in came, so that can be no no-show any more; leaving without the service is a cancellation.
 */
public enum AppointmentStatus {
    /** The time is kept until a deposit is paid. */
    HELD,
    CONFIRMED,
    CHECKED_IN,
    COMPLETED,
    CANCELLED,
    NO_SHOW,
    /** The deposit did not come in time. */
    EXPIRED;

    /** States that take their time: two appointments of one barber in these never overlap. */
    public static final Set<AppointmentStatus> LIVE =
            Collections.unmodifiableSet(EnumSet.of(HELD, CONFIRMED, CHECKED_IN, COMPLETED));

    /** The states an appointment in this one may move to. */
    public Set<AppointmentStatus> successors() {
        return switch (this) {
            case HELD -> EnumSet.of(CONFIRMED, EXPIRED, CANCELLED);
            case CONFIRMED -> EnumSet.of(CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW);
            case CHECKED_IN -> EnumSet.of(COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED, NO_SHOW, EXPIRED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /** Whether the table has the move. */
    public boolean mayBecome(AppointmentStatus next) {
        return successors().contains(next);
    }

    /** Whether this state cannot be reached yet: nobody has completed or missed a visit that has not started. */
    public boolean isTooEarly(Instant startsAt, Instant now) {
        return (this == COMPLETED || this == NO_SHOW) && now.isBefore(startsAt);
    }

    /** Whether an appointment in this state can be moved to another time: its visit has not begun. */
    public boolean isReschedulable() {
        return this == HELD || this == CONFIRMED;
    }

    /** Whether an appointment in this state takes its time. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    /** The name in the API, in events and in the database, such as {@code checked-in}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that name; empty if there is none. */
    public static Optional<AppointmentStatus> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst();
    }
}
