package com.bookedbarber.booking.availability;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import static org.assertj.core.api.Assertions.assertThat;

/** Every zone there is, at any time: the timeline must agree with {@code java.time}. */
class LocalTimelinePropertyTest {

    @Property(tries = 5_000)
    void shouldResolveLocalTimesAsJavaTimeDoes(
            @ForAll("zones") ZoneId zone, @ForAll("dates") LocalDate date, @ForAll @IntRange(max = 1_439) int minute) {
        LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);

        long instant = LocalTimeline.around(zone, date, date).at(date, time);

        assertThat(Instant.ofEpochMilli(instant))
                .isEqualTo(ZonedDateTime.of(date, time, zone).toInstant());
    }

    @Property(tries = 2_000)
    void shouldHaveAGridOfTheDatesOwnTimes(
            @ForAll("zones") ZoneId zone,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 1, max = 120) int step) {
        LocalTimeline timeline = LocalTimeline.around(zone, date, date);

        long[] grid = timeline.grid(date, step);

        assertThat(grid).isSorted().doesNotHaveDuplicates();
        for (long point : grid) {
            ZonedDateTime local = Instant.ofEpochMilli(point).atZone(zone);
            assertThat(local.toLocalDate()).isEqualTo(date);
            assertThat(local.toLocalTime().toSecondOfDay() % (step * 60)).isZero();
        }
        assertThat(timeline.exists(date)).isEqualTo(grid.length > 0);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
    }

    /** Years in which every zone had offsets of whole minutes. */
    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.parse("1975-01-01").toEpochDay(),
                        LocalDate.parse("2060-01-01").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
