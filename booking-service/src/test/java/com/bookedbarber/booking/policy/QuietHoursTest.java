package com.bookedbarber.booking.policy;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final QuietHours overnight = QuietHours.DEFAULT;

    @Test
    void shouldSendAtOnceWhatIsDueByDay() {
        Instant noon = newYork("2026-12-01T12:00");
        assertThat(overnight.sendingTime(noon, newYork("2026-12-02T12:00"), NEW_YORK))
                .isEqualTo(noon);
    }

    @Test
    void shouldWaitForTheMorningOnBothSidesOfMidnight() {
        Instant visit = newYork("2026-12-02T17:00");
        Instant morning = newYork("2026-12-02T08:00");
        assertThat(overnight.sendingTime(newYork("2026-12-01T21:00"), visit, NEW_YORK))
                .isEqualTo(morning);
        assertThat(overnight.sendingTime(newYork("2026-12-01T23:59"), visit, NEW_YORK))
                .isEqualTo(morning);
        assertThat(overnight.sendingTime(newYork("2026-12-02T00:00"), visit, NEW_YORK))
                .isEqualTo(morning);
        assertThat(overnight.sendingTime(newYork("2026-12-02T07:59"), visit, NEW_YORK))
                .isEqualTo(morning);
        assertThat(overnight.sendingTime(morning, visit, NEW_YORK)).isEqualTo(morning);
    }

    @Test
    void shouldComeBeforeTheNightWhenTheMorningIsTooLate() {
        Instant visit = newYork("2026-12-02T08:30");
        Instant evening = newYork("2026-12-01T20:59");
        assertThat(overnight.sendingTime(newYork("2026-12-02T06:30"), visit, NEW_YORK))
                .isEqualTo(evening);
        assertThat(overnight.sendingTime(newYork("2026-12-01T22:00"), visit, NEW_YORK))
                .isEqualTo(evening);
        Instant anHourAfterTheNight = newYork("2026-12-02T09:00");
        assertThat(overnight.sendingTime(newYork("2026-12-02T07:00"), anHourAfterTheNight, NEW_YORK))
                .isEqualTo(newYork("2026-12-02T08:00"));
    }

    @Test
    void shouldMeanTheClientsNight() {
        // Five in the afternoon of New York is ten in the evening of London.
        Instant due = newYork("2026-12-01T17:00");
        Instant visit = newYork("2026-12-02T17:00");
        assertThat(overnight.sendingTime(due, visit, NEW_YORK)).isEqualTo(due);
        assertThat(overnight.sendingTime(due, visit, LONDON)).isEqualTo(at("2026-12-02T08:00", LONDON));
    }

    @Test
    void shouldWaitForTheMorningOfTheNewClock() {
        Instant night = newYork("2026-03-08T01:30");
        assertThat(overnight.sendingTime(night, newYork("2026-03-08T17:00"), NEW_YORK))
                .isEqualTo(newYork("2026-03-08T08:00"))
                .isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
    }

    @Test
    void shouldKeepAQuietMiddayToo() {
        QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
        Instant visit = newYork("2026-12-01T18:00");
        assertThat(siesta.sendingTime(newYork("2026-12-01T13:00"), visit, NEW_YORK))
                .isEqualTo(newYork("2026-12-01T15:00"));
        assertThat(siesta.sendingTime(newYork("2026-12-01T14:00"), newYork("2026-12-01T15:30"), NEW_YORK))
                .isEqualTo(newYork("2026-12-01T12:59"));
        assertThat(siesta.sendingTime(newYork("2026-12-01T15:00"), visit, NEW_YORK))
                .isEqualTo(newYork("2026-12-01T15:00"));
    }

    @Test
    void shouldNeverBeQuietFromAnHourToTheSame() {
        QuietHours none = new QuietHours(LocalTime.of(21, 0), LocalTime.of(21, 0));
        for (String time : new String[] {"2026-12-01T21:00", "2026-12-01T03:00", "2026-12-01T12:00"}) {
            Instant due = newYork(time);
            assertThat(none.sendingTime(due, newYork("2026-12-03T12:00"), NEW_YORK))
                    .isEqualTo(due);
        }
    }

    private static Instant newYork(String local) {
        return at(local, NEW_YORK);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
