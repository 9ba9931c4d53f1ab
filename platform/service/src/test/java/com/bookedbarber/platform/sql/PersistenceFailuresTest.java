package com.bookedbarber.platform.sql;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class PersistenceFailuresTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"40P01", "40001", "55P03", "08006", "57P01", "53300"})
    void shouldAskToTryAgainWhenOthersWereInTheWay(String state) {
        assertThat(PersistenceFailures.isUnavailable(failure(state))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"23505", "23P01", "22001", "42P01"})
    void shouldNotAskToTryAgainWhatFailsAgain(String state) {
        assertThat(PersistenceFailures.isUnavailable(failure(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sorry, acquisition timeout!", "This pool is closed and does not handle any more connections!"})
    void shouldAskToTryAgainWhenThePoolHasNoConnection(String message) {
        assertThat(PersistenceFailures.isUnavailable(new SqlFailure(new SQLException(message))))
                .isTrue();
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException(new SqlFailure(new SQLException("refused", state)));
    }
}
