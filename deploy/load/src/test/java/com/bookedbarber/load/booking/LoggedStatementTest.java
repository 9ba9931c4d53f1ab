package com.bookedbarber.load.booking;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedStatementTest {

    @Test
    void shouldReadStatementsOfSeveralLinesWithTheirValues() {
        var log = """
                2026-11-23 17:00:00.001 UTC [4711] LOG:  statement: SET search_path = booking
                2026-11-23 17:00:00.002 UTC [4711] LOG:  execute <unnamed>: SELECT a
                \tFROM b
                \tWHERE c = $1 AND d = $2
                2026-11-23 17:00:00.002 UTC [4711] DETAIL:  Parameters: $1 = 'it''s', $2 = NULL
                2026-11-23 17:00:00.003 UTC [4712] LOG:  execute S_1: INSERT INTO e VALUES ($1, $2)
                2026-11-23 17:00:00.003 UTC [4712] DETAIL:  parameters: $1 = '', $2 = '{"price": "$2 = x"}'
                """;

        assertThat(LoggedStatement.parse(log.lines().toList()))
                .containsExactly(
                        new LoggedStatement("SELECT a\nFROM b\nWHERE c = $1 AND d = $2", Arrays.asList("it's", null)),
                        new LoggedStatement("INSERT INTO e VALUES ($1, $2)", List.of("", "{\"price\": \"$2 = x\"}")));
    }

    @Test
    void shouldLeaveOutWhatHasNoParameters() {
        var log = List.of(
                "2026-11-23 17:00:00.001 UTC [1] LOG:  execute <unnamed>: SELECT 1",
                "2026-11-23 17:00:00.002 UTC [1] LOG:  execute <unnamed>: SELECT $1",
                "2026-11-23 17:00:00.002 UTC [1] DETAIL:  Parameters: $1 = '7'");

        assertThat(LoggedStatement.parse(log)).containsExactly(new LoggedStatement("SELECT $1", List.of("7")));
    }
}
