package com.bookedbarber.analytics.hours;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingHoursTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    private final WorkingHours hours = new WorkingHours();
    private final UUID barber = UUID.randomUUID();

    @Test
    void shouldAddUpAllIntervalsOfADay() {
        learn(barber, MONDAY, interval("09:00", "12:00"), interval("13:00", "17:30"));
        assertThat(hours.minutesOn(MONDAY)).isEqualTo(180 + 270);
        assertThat(hours.minutesOn(MONDAY.plusDays(1))).isZero();
    }

    @Test
    void shouldTakeAnEndBeforeTheStartForTheNextDay() {
        learn(barber, MONDAY, interval("22:00", "02:00"));
        assertThat(hours.minutesOn(MONDAY)).isEqualTo(240);
    }

    @Test
    void shouldAddUpAllBarbers() {
        learn(barber, MONDAY, interval("09:00", "10:00"));
        learn(UUID.randomUUID(), MONDAY, interval("09:00", "11:00"));
        assertThat(hours.minutesOn(MONDAY)).isEqualTo(180);
    }

    @Test
    void shouldKeepTheHoursOfThePastWhenTheyChange() {
        learn(barber, MONDAY, interval("09:00", "10:00"));
        learn(barber, MONDAY.plusWeeks(1), interval("09:00", "12:00"));
        assertThat(hours.minutesOn(MONDAY)).isEqualTo(60);
        assertThat(hours.minutesOn(MONDAY.plusWeeks(1))).isEqualTo(180);
    }

    @Test
    void shouldTakeTheFirstKnownHoursForTheTimeBefore() {
        learn(barber, MONDAY, interval("09:00", "10:00"));
        assertThat(hours.minutesOn(MONDAY.minusWeeks(5))).isEqualTo(60);
    }

    @Test
    void shouldPreferADateThatDiffers() {
        UUID other = UUID.randomUUID();
        learn(barber, MONDAY, interval("09:00", "10:00"));
        learn(other, MONDAY, interval("09:00", "11:00"));
        hours.add(other, MONDAY.plusWeeks(1), 30);
        hours.add(barber, MONDAY.plusDays(1), 45);

        assertThat(hours.minutesOn(MONDAY)).isEqualTo(180);
        assertThat(hours.minutesOn(MONDAY.plusDays(1))).isEqualTo(45);
        assertThat(hours.minutesOn(MONDAY.plusWeeks(1))).isEqualTo(90);
    }

    @Test
    void shouldShowNoOccupancyWithoutHours() {
        assertThat(WorkingHours.occupancy(90, 0)).isZero();
    }

    @Test
    void shouldRoundOccupancyToFourDecimals() {
        assertThat(WorkingHours.occupancy(100, 300)).isEqualTo(0.3333);
    }

    private void learn(UUID who, LocalDate since, HoursChanged.Interval... weekly) {
        hours.add(who, since, new HoursChanged(UUID.randomUUID(), who, List.of(weekly)).minutesByDay());
    }

    private static HoursChanged.Interval interval(String start, String end) {
        return new HoursChanged.Interval(DayOfWeek.MONDAY, LocalTime.parse(start), LocalTime.parse(end));
    }
}
