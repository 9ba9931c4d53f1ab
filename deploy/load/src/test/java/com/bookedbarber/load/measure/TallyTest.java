package com.bookedbarber.load.measure;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTest {

    @Test
    void shouldCountEachKindWhoeverAdds() {
        var tally = new Tally();

        IntStream.range(0, 30_000).parallel().forEach(i -> tally.add(i % 3 == 0 ? "500" : "201"));

        assertThat(tally.counts()).containsEntry("500", 10_000L).containsEntry("201", 20_000L);
        assertThat(tally.total()).isEqualTo(30_000);
        assertThat(tally.count(kind -> kind.startsWith("5"))).isEqualTo(10_000);
    }

    @Test
    void shouldTakeInAnother() {
        var tally = new Tally();
        tally.add("201");
        var other = new Tally();
        other.add("201", 2);
        other.add("none");

        tally.merge(other);

        assertThat(tally).hasToString("201 × 3, none × 1");
    }
}
