package com.bookedbarber.booking.appointment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import static com.bookedbarber.booking.appointment.AppointmentStatus.CANCELLED;
import static com.bookedbarber.booking.appointment.AppointmentStatus.CHECKED_IN;
import static com.bookedbarber.booking.appointment.AppointmentStatus.COMPLETED;
import static com.bookedbarber.booking.appointment.AppointmentStatus.CONFIRMED;
import static com.bookedbarber.booking.appointment.AppointmentStatus.EXPIRED;
import static com.bookedbarber.booking.appointment.AppointmentStatus.HELD;
import static com.bookedbarber.booking.appointment.AppointmentStatus.NO_SHOW;
import static org.assertj.core.api.Assertions.assertThat;

class AppointmentStatusTest {

    private static final Instant START = Instant.parse("2026-06-01T13:00:00Z");

    private static final Map<AppointmentStatus, Set<AppointmentStatus>> MOVES = Map.of(
            HELD, Set.of(CONFIRMED, EXPIRED, CANCELLED),
            CONFIRMED, Set.of(CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW),
            CHECKED_IN, Set.of(COMPLETED, CANCELLED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of(),
            NO_SHOW, Set.of(),
            EXPIRED, Set.of());

    @ParameterizedTest
    @EnumSource
    void shouldAllowTheMovesOfTheTableOnly(AppointmentStatus from) {
        for (AppointmentStatus to : AppointmentStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s → %s", from, to)
                    .isEqualTo(MOVES.get(from).contains(to));
        }
    }

    @Test
    void shouldCompleteOrMissAVisitOnlyAfterItsStart() {
        assertThat(COMPLETED.isTooEarly(START, START.minusMillis(1))).isTrue();
        assertThat(NO_SHOW.isTooEarly(START, START.minusMillis(1))).isTrue();
        assertThat(COMPLETED.isTooEarly(START, START)).isFalse();
        assertThat(CHECKED_IN.isTooEarly(START, START.minusSeconds(600))).isFalse();
        assertThat(CANCELLED.isTooEarly(START, START.minusSeconds(600))).isFalse();
    }

    @Test
    void shouldKeepItsTimeWhileLive() {
        assertThat(AppointmentStatus.LIVE).containsExactlyInAnyOrder(HELD, CONFIRMED, CHECKED_IN, COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByTheNameItHasInTheApi(AppointmentStatus status) {
        assertThat(AppointmentStatus.ofWireName(status.wireName())).contains(status);
    }

    @Test
    void shouldHaveTheNamesOfTheApi() {
        assertThat(CHECKED_IN.wireName()).isEqualTo("checked-in");
        assertThat(NO_SHOW.wireName()).isEqualTo("no-show");
        assertThat(AppointmentStatus.ofWireName("CHECKED_IN")).isEmpty();
    }
}
