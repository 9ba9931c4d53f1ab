package com.bookedbarber.load.booking;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PgbenchScriptTest {

    private final BookedTimes times = new BookedTimes(3, Instant.parse("2026-12-31T00:00:00Z"));
    private final BookedTimes.Time first = times.time(1);

    @Test
    void shouldKeepWhatBothBookingsHaveInCommon() {
        assertThat(line("text", "USD", "USD")).isEqualTo("SELECT 'USD'::text");
        assertThat(line("jsonb", "{\"a\":1}", "{\"a\":1}")).isEqualTo("SELECT ('{\"a\":' || '1}')::jsonb");
    }

    @Test
    void shouldBookAnotherBarberAndTimeOnEachRun() {
        assertThat(line("uuid", first.barberId(), times.time(2).barberId()))
                .isEqualTo("SELECT " + times.barberExpression(":n"));
        assertThat(line(
                        "uuid[]",
                        "{" + first.barberId() + "}",
                        "{" + times.time(2).barberId() + "}"))
                .isEqualTo("SELECT ARRAY[" + times.barberExpression(":n") + "]");
        assertThat(line("timestamp with time zone", "2026-12-31 00:30:00+00", "2026-12-31 02:30:00+00"))
                .isEqualTo("SELECT (" + times.startExpression(":n") + " + interval '1800 seconds')");
    }

    @Test
    void shouldTakeTheHourForWhatIsFarFromTheVisit() {
        assertThat(line("timestamp with time zone", "2026-11-23 18:00:00.123+00", "2026-11-23 18:00:01+00"))
                .isEqualTo("SELECT now()");
    }

    @Test
    void shouldMakeIdsAndKeysThatNoOtherRunMakes() {
        assertThat(line("uuid", "0199a8c0-7f00-7000-8000-0123456789ab", "0199a8c0-7f00-7000-8000-0123456789ac"))
                .isEqualTo("SELECT md5('p0-' || (:n)::text)::uuid");
        assertThat(line("text", "key-one", "key-two")).contains("(:n)::text").startsWith("SELECT rpad(");
    }

    private String line(String type, String one, String other) {
        var script = new PgbenchScript(times, first)
                .of(List.of(statement(one)), List.of(statement(other)), List.of(List.of(type)));
        return script.lines().skip(2).findFirst().orElseThrow().replaceAll(";$", "");
    }

    private static LoggedStatement statement(String value) {
        return new LoggedStatement("SELECT\n  $1", List.of(value));
    }
}
