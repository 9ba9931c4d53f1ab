package com.bookedbarber.platform.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "short", "order-42.7_x"})
    void shouldKeepAWellFormedOne(String header) {
        assertThat(RequestId.acceptOrCreate(header)).isEqualTo(header);
    }

    @Test
    void shouldMakeVersion7UuidsOfTheirTime() {
        long before = System.currentTimeMillis();
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(UUID.fromString(RequestId.acceptOrCreate(null)));
        }
        long after = System.currentTimeMillis();

        assertThat(made).hasSize(1_000).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "with space in it", "new\nline-in-it", "<script>alert(1)</script>", "ünïcödé-id"})
    void shouldReplaceAnythingElse(String header) {
        assertThat(RequestId.acceptOrCreate(header)).isNotEqualTo(header).hasSize(36);
    }

    @Test
    void shouldReplaceOneThatIsTooLong() {
        assertThat(RequestId.acceptOrCreate("x".repeat(129))).hasSize(36);
    }
}
