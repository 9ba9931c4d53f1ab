package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.money.Money;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class AppointmentFactTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void shouldNotCountAHold() {
        assertThat(after("held", 0, null).orElseThrow().counts()).isFalse();
    }

    @Test
    void shouldCountAHoldOnceItIsConfirmed() {
        AppointmentFact hold = after("held", 0, null).orElseThrow();
        assertThat(after("confirmed", 1, hold.known()).orElseThrow().counts()).isTrue();
    }

    @Test
    void shouldNotCountAHoldThatExpiredOrWasCancelledAsAHold() {
        AppointmentFact hold = after("held", 0, null).orElseThrow();
        assertThat(after("expired", 1, hold.known()).orElseThrow().counts()).isFalse();
        assertThat(after("cancelled", 1, hold.known()).orElseThrow().counts()).isFalse();
    }

    @Test
    void shouldGoOnCountingACancelledAppointment() {
        AppointmentFact confirmed = after("confirmed", 3, null).orElseThrow();
        assertThat(after("cancelled", 4, confirmed.known()).orElseThrow().counts())
                .isTrue();
    }

    @Test
    void shouldCountAnAppointmentFirstToldOfWhenCancelled() {
        assertThat(after("cancelled", 4, null).orElseThrow().counts()).isTrue();
    }

    @Test
    void shouldIgnoreAnOlderVersion() {
        AppointmentFact completed = after("completed", 5, null).orElseThrow();
        assertThat(after("confirmed", 4, completed.known())).isEmpty();
    }

    @Test
    void shouldTakeInTheSameVersionAgain() {
        AppointmentFact completed = after("completed", 5, null).orElseThrow();
        assertThat(after("completed", 5, completed.known())).contains(completed);
    }

    @Test
    void shouldTakeTheShopsLocalDateFromTheZoneWhenItIsNotTold() {
        AppointmentSnapshot snapshot = new AppointmentSnapshot(
                ID,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "B",
                "c",
                null,
                Instant.parse("2026-03-01T02:00:00Z"),
                Instant.parse("2026-03-01T02:30:00Z"),
                "confirmed",
                null,
                "America/New_York",
                null,
                0);
        assertThat(snapshot.day()).isEqualTo(LocalDate.parse("2026-02-28"));
    }

    @Test
    void shouldWeighServicesByTheirPrices() {
        assertThat(ServiceShare.of(snapshot("confirmed", 0, 3000, 0, 1500)))
                .extracting(ServiceShare::weightBefore, ServiceShare::weight, ServiceShare::weightOfAll)
                .containsExactly(tuple(0, 3000, 4500), tuple(3000, 0, 4500), tuple(3000, 1500, 4500));
    }

    @Test
    void shouldWeighFreeServicesAlike() {
        assertThat(ServiceShare.of(snapshot("confirmed", 0, 0, 0)))
                .extracting(ServiceShare::weightBefore, ServiceShare::weight, ServiceShare::weightOfAll)
                .containsExactly(tuple(0, 1, 2), tuple(1, 1, 2));
    }

    private static org.assertj.core.groups.Tuple tuple(long before, long weight, long all) {
        return org.assertj.core.groups.Tuple.tuple(before, weight, all);
    }

    private static Optional<AppointmentFact> after(String status, long version, AppointmentFact.Known before) {
        return AppointmentFact.after(snapshot(status, version, 3000), Optional.ofNullable(before));
    }

    private static AppointmentSnapshot snapshot(String status, long version, long... prices) {
        UUID any = new UUID(1, 1);
        List<AppointmentSnapshot.Service> services = java.util.Arrays.stream(prices)
                .mapToObj(price -> new AppointmentSnapshot.Service(any, "Cut", Money.of(price, "USD"), 30))
                .toList();
        return new AppointmentSnapshot(
                ID,
                any,
                any,
                "B",
                "c",
                services,
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T10:30:00Z"),
                status,
                Money.of(3000, "USD"),
                "UTC",
                LocalDate.parse("2026-03-01"),
                version);
    }
}
