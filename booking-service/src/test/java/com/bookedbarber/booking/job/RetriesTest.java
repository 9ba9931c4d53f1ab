package com.bookedbarber.booking.job;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RetriesTest {

    @Test
    void shouldDoubleThePauseUpToTheLongest() {
        Retries<Void> retries = Retries.forEver(Duration.ofSeconds(1), Duration.ofSeconds(15));
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(retries::pauseAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
        assertThat(retries.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(15));
    }
}
