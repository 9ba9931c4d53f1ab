package com.bookedbarber.booking.availability;

import com.bookedbarber.booking.availability.BarberAssignment.Workload;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class BarberAssignmentTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void shouldPreferWhoHasTheFewestBookedMinutes() {
        Workload busy = new Workload(new UUID(0, 1), 90, null);
        Workload idle = new Workload(new UUID(0, 2), 30, NOON);

        assertThat(BarberAssignment.inOrder(List.of(busy, idle))).containsExactly(idle, busy);
    }

    @Test
    void shouldPreferWhoWasAssignedLongestAgoOrNeverAmongEquals() {
        Workload recent = new Workload(new UUID(0, 1), 30, NOON);
        Workload earlier = new Workload(new UUID(0, 2), 30, NOON.minusSeconds(60));
        Workload never = new Workload(new UUID(0, 3), 30, null);

        assertThat(BarberAssignment.inOrder(List.of(recent, earlier, never))).containsExactly(never, earlier, recent);
    }

    @Test
    void shouldDecideByIdInTheEndAsPostgresOrdersIds() {
        Workload low = new Workload(UUID.fromString("01000000-0000-7000-8000-000000000000"), 0, null);
        Workload high = new Workload(UUID.fromString("f1000000-0000-7000-8000-000000000000"), 0, null);

        assertThat(BarberAssignment.inOrder(List.of(high, low))).containsExactly(low, high);
    }

    @Test
    void shouldExplainItselfByTheFigures() {
        assertThat(new Workload(new UUID(0, 1), 90, NOON).explanation())
                .isEqualTo("90 minutes booked that day, last assigned at 2026-06-01T12:00:00Z");
        assertThat(new Workload(new UUID(0, 1), 0, null).explanation())
                .isEqualTo("0 minutes booked that day, never assigned before");
    }
}
