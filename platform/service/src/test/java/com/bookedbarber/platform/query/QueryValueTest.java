package com.bookedbarber.platform.query;

import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryValueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void shouldReadIdsAndDates() {
        UUID id = UUID.randomUUID();

        assertThat(QueryValue.id("shopId", id.toString())).isEqualTo(id);
        assertThat(QueryValue.requireId("shopId", id.toString())).isEqualTo(id);
        assertThat(QueryValue.date("from", "2026-12-01")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(QueryValue.requireDate("from", "2026-12-01")).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void shouldTakeABlankValueForOneThatIsLeftOut(String blank) {
        assertThat(QueryValue.id("shopId", blank)).isNull();
        assertThat(QueryValue.date("from", blank)).isNull();
        assertThat(QueryValue.from("from", blank, NEW_YORK)).isNull();
        assertThat(QueryValue.to("to", blank, NEW_YORK)).isNull();
    }

    @Test
    void shouldRefuseABlankValueThatHasToBeThere() {
        assertRefused("id", () -> QueryValue.requireId("id", " "));
        assertRefused("date", () -> QueryValue.requireDate("date", " "));
    }

    @Test
    void shouldIncludeTheLastDayOfARangeInItsZone() {
        assertThat(QueryValue.from("from", "2027-03-14", NEW_YORK)).isEqualTo("2027-03-14T05:00:00Z");
        assertThat(QueryValue.to("to", "2027-03-14", NEW_YORK)).isEqualTo("2027-03-15T04:00:00Z");
    }

    @Test
    void shouldReadInstantsWithTheirOffset() {
        assertThat(QueryValue.to("to", "2026-12-01T09:00:00Z", NEW_YORK)).isEqualTo("2026-12-01T09:00:00Z");
        // A plus sign that was not escaped arrives as a space.
        assertThat(QueryValue.from("from", "2026-12-01T09:00:00 01:00", NEW_YORK))
                .isEqualTo("2026-12-01T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-13-01", "2026-02-29", "1969-12-31", "3000-01-01", "-0001-01-01"})
    void shouldRefuseWhatIsNoDateThatAnybodyMeans(String date) {
        assertRefused("from", () -> QueryValue.date("from", date));
        assertRefused("from", () -> QueryValue.from("from", date, NEW_YORK));
        assertRefused("from", () -> QueryValue.from("from", date + "T09:00:00Z", NEW_YORK));
    }

    @Test
    void shouldRefuseInstantsThatNobodyMeans() {
        assertThatCode(() -> QueryValue.requireSensible("startsAt", Instant.parse("2999-12-31T23:59:59Z")))
                .doesNotThrowAnyException();
        assertRefused("startsAt", () -> QueryValue.requireSensible("startsAt", Instant.parse("3000-01-01T00:00:00Z")));
        assertRefused("startsAt", () -> QueryValue.requireSensible("startsAt", Instant.EPOCH.minusNanos(1)));
        assertRefused("startsAt", () -> QueryValue.requireSensible("startsAt", Instant.MAX));
        assertRefused("startsAt", () -> QueryValue.requireSensible("startsAt", Instant.MIN));
    }

    private static void assertRefused(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }
}
