package com.bookedbarber.load.history;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VisitGeneratorTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    private static final LocalDate LAST = FIRST.plusDays(180);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final ShopGenerator shops = new ShopGenerator(7);
    private final GeneratedShop shop = shops.shop(3, 4, 300);

    @Test
    void shouldMakeTheSameOfTheSameSeed() {
        var again = new ShopGenerator(7);

        assertThat(again.shop(3, 4, 300)).isEqualTo(shop);
        assertThat(generator(again, 0.6).visits(shop, FIRST, LAST)).containsExactlyElementsOf(visits(0.6));
    }

    @Test
    void shouldMakeSomethingElseOfAnotherSeedOrNumber() {
        var other = new ShopGenerator(8).shop(3, 4, 300);

        assertThat(other.id()).isNotEqualTo(shop.id());
        assertThat(shops.shop(4, 4, 300).id()).isNotEqualTo(shop.id());
        assertThat(generator(new ShopGenerator(8), 0.6)
                        .visits(other, FIRST, LAST)
                        .toList())
                .isNotEqualTo(visits(0.6));
    }

    @Test
    void shouldMakeUniqueIdsThatSortByTime() {
        var ids = visits(0.6).stream().map(PastVisit::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
        assertThat(ids).allSatisfy(id -> assertThat(id.variant()).isEqualTo(2));
    }

    @Test
    void shouldNeverBookABarberTwice() {
        var busyUntil = new HashMap<UUID, Instant>();

        visits(0.8).stream().filter(PastVisit::isLive).forEach(visit -> {
            var previous = busyUntil.put(visit.barber().id(), visit.endsAt());
            assertThat(previous == null || !visit.startsAt().isBefore(previous)).isTrue();
        });
    }

    @Test
    void shouldFillAsMuchOfTheTimeAsAskedFor() {
        var live = visits(0.6).stream()
                .filter(PastVisit::isLive)
                .mapToLong(visit ->
                        Duration.between(visit.startsAt(), visit.endsAt()).toMinutes())
                .sum();
        var days = FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> OpeningHours.USUAL.days().contains(day.getDayOfWeek()))
                .count();

        assertThat((double) live / (days * 9 * 60 * 4)).isCloseTo(0.6, within(0.03));
    }

    @Test
    void shouldKeepToTheHoursOfTheShopsZone() {
        assertThat(visits(0.6)).allSatisfy(visit -> {
            var start = visit.startsAt().atZone(shop.zone());
            var end = visit.endsAt().atZone(shop.zone());
            assertThat(start.getDayOfWeek()).isBetween(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
            assertThat(start.toLocalTime()).isAfterOrEqualTo(LocalTime.of(9, 0));
            assertThat(end.toLocalTime()).isBeforeOrEqualTo(LocalTime.of(19, 0));
        });
    }

    @Test
    void shouldHaveCompletedOnlyWhatHasHappened() {
        var visits = visits(0.6);

        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.createdAt()).isBefore(NOW).isBefore(visit.startsAt());
            if (List.of("completed", "no-show").contains(visit.status())) {
                assertThat(visit.startsAt()).isBefore(NOW);
            }
        });
        assertThat(visits.stream().map(PastVisit::status).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("completed", "no-show", "cancelled", "confirmed");
    }

    private List<PastVisit> visits(double booked) {
        return generator(shops, booked).visits(shop, FIRST, LAST).toList();
    }

    private static VisitGenerator generator(ShopGenerator shops, double booked) {
        return new VisitGenerator(shops, OpeningHours.USUAL, booked, NOW);
    }
}
