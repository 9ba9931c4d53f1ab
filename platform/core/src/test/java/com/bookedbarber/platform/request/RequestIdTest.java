package com.bookedbarber.platform.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdTest {

    @Test
    void shouldKeepAWellFormedOne() {
        assertThat(RequestId.acceptOrCreate("order-42.7_x")).isEqualTo("order-42.7_x");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "short", "with space in it", "new\nline-in-it", "<script>alert(1)</script>", "ünïcödé-id"})
    void shouldReplaceAnythingElse(String header) {
        assertThat(RequestId.acceptOrCreate(header)).isNotEqualTo(header).hasSize(36);
    }

    @Test
    void shouldReplaceOneThatIsTooLong() {
        assertThat(RequestId.acceptOrCreate("x".repeat(129))).hasSize(36);
    }
}
