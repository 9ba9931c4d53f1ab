package com.bookedbarber.analytics.period;

import com.bookedbarber.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupingTest {

    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-01");

    @Test
    void shouldBeginWeeksOnMonday() {
        assertThat(Grouping.WEEK.start(SUNDAY)).isEqualTo(LocalDate.parse("2026-02-23"));
        assertThat(Grouping.WEEK.start(SUNDAY.plusDays(1))).isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void shouldFollowTheCalendarInMonths() {
        assertThat(Grouping.MONTH.start(SUNDAY)).isEqualTo(SUNDAY);
        assertThat(Grouping.MONTH.previous(SUNDAY)).isEqualTo(LocalDate.parse("2026-02-01"));
        assertThat(Grouping.MONTH.next(SUNDAY)).isEqualTo(LocalDate.parse("2026-04-01"));
    }

    @Test
    void shouldTakeDaysUnlessToldOtherwise() {
        assertThat(Grouping.of(null)).isEqualTo(Grouping.DAY);
    }

    @Test
    void shouldNameTheFieldWhenItKnowsNoSuchGrouping() {
        assertThatThrownBy(() -> Grouping.of("year"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.errors().getFirst().field()).isEqualTo("groupBy"));
    }
}
