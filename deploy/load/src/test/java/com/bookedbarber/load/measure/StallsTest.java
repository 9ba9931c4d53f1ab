package com.bookedbarber.load.measure;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class StallsTest {

    @Test
    void shouldSeeThatTwiceAsManyThreadsAsCoresStandStillHalfTheTime() throws InterruptedException {
        var others = new Thread[Runtime.getRuntime().availableProcessors()];
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        for (int i = 0; i < others.length; i++) {
            others[i] = Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
        }

        var stalls = Stalls.measure(Duration.ofSeconds(1));

        assertThat(stalls.share()).isBetween(0.2, 0.9);
        assertThat(stalls.longestMillis()).isGreaterThan(0.3);
        assertThat(stalls.toString()).contains("stood still for");
        for (var other : others) {
            other.join();
        }
    }
}
