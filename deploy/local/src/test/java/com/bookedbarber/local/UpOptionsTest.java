package com.bookedbarber.local;

import com.bookedbarber.local.stack.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may follow {@code ./dev up}. */
class UpOptionsTest {

    @Test
    void shouldMeanTheWholeStackWithoutArguments() {
        assertThat(UpOptions.parse(List.of())).isEqualTo(new UpOptions(null, 0, false));
    }

    @Test
    void shouldTakeTheStoresAlone() {
        assertThat(UpOptions.parse(List.of("--infra"))).isEqualTo(new UpOptions(null, 0, true));
    }

    @Test
    void shouldTakeOneServiceOnAPortOfItsOwn() {
        assertThat(UpOptions.parse(List.of("booking-service", "--port", "8182")))
                .isEqualTo(new UpOptions("booking-service", 8182, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--infra gateway",
                "--port 8182",
                "gateway user-service",
                "gateway --port",
                "gateway --port eighty",
                "gateway --port 80",
                "gateway --port 65000",
                "--fast"
            })
    void shouldSayHowItIsUsedOtherwise(String arguments) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Usage: ./dev up");
    }
}
