package com.bookedbarber.load.measure;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void shouldFindPercentilesByNearestRank() {
        // The textbook's five values: the 30th percentile is the second of them, the 40th too, the 50th the third.
        var latencies = of(15, 20, 35, 40, 50);

        assertThat(latencies.millisAt(5)).isEqualTo(15);
        assertThat(latencies.millisAt(30)).isEqualTo(20);
        assertThat(latencies.millisAt(40)).isEqualTo(20);
        assertThat(latencies.millisAt(50)).isEqualTo(35);
        assertThat(latencies.millisAt(100)).isEqualTo(50);
    }

    @Test
    void shouldNotDependOnTheOrderOfMeasuring() {
        var latencies =
                of(LongStream.rangeClosed(1, 1000).map(i -> i * 7919 % 1000 + 1).toArray());

        assertThat(latencies.millisAt(50)).isEqualTo(500);
        assertThat(latencies.millisAt(99)).isEqualTo(990);
        assertThat(latencies.millisAt(99.9)).isEqualTo(999);
    }

    @Test
    void shouldCountWhatAnotherMeasured() {
        var fast = of(LongStream.rangeClosed(1, 5000).toArray());
        fast.millisAt(50);

        fast.merge(of(LongStream.rangeClosed(5001, 10_000).toArray()));

        assertThat(fast.count()).isEqualTo(10_000);
        assertThat(fast.millisAt(95)).isEqualTo(9500);
    }

    @Test
    void shouldTellTheShareWithinALimitThatSomeReachExactly() {
        var latencies = of(1, 20, 20, 20, 21);

        assertThat(latencies.shareWithin(20)).isEqualTo(0.8);
        assertThat(latencies.shareWithin(0.5)).isZero();
        assertThat(latencies.shareWithin(21)).isEqualTo(1);
    }

    @Test
    void shouldKnowNothingWithoutAMeasurement() {
        assertThat(new Latencies().millisAt(50)).isNaN();
        assertThat(new Latencies().shareWithin(1)).isNaN();
    }

    @Test
    void shouldRefuseWhatIsNoPercentile() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1).millisAt(0));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1).millisAt(101));
    }

    private static Latencies of(long... millis) {
        var latencies = new Latencies();
        for (var value : millis) {
            latencies.add(value * MILLI);
        }
        return latencies;
    }
}
