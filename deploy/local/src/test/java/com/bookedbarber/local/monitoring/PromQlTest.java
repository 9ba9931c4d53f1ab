package com.bookedbarber.local.monitoring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "chairs; chairs",
                "shop:chairs:ratio_rate5m > 14.4 * 0.001; shop:chairs:ratio_rate5m",
                "rate(chairs_total[5m] offset 1h) + 1e3; chairs_total",
                "chairs_total{name=\"mirrors(left) by {x}\"} # and stools; chairs_total",
                "(chairs or 0 * mirrors) AND ON (room) stools; chairs mirrors stools",
                "chairs / on (room) group_left (floor) rooms unless ignoring (room) stools; chairs rooms stools",
                "histogram_quantile(0.99, sum by (le) (rate(waiting_bucket[$__rate_interval]))); waiting_bucket",
                "topk(3, max_over_time(chairs[1d:5m])) > bool $limit; chairs"
            })
    void shouldFindTheMetricsOfAnExpression(String expression, String metrics) {
        assertThat(PromQl.selectors(expression))
                .extracting(Selector::metric)
                .containsExactlyElementsOf(List.of(metrics.split(" ")));
    }

    @Test
    void shouldKnowWhatLabelsMustBeEqualTo() {
        var selector = PromQl.selectors(
                        "chairs{path=\"/rooms/{id}\", room='2', floor=~\"1|2\", state!=\"broken\", shop=\"$shop\"}")
                .getFirst();

        assertThat(selector.values()).isEqualTo(Map.of("path", "/rooms/{id}", "room", "2"));
        assertThat(selector.labels()).isEqualTo(Set.of("path", "room", "floor", "state", "shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum by (room, floor) (rate(chairs_total[5m]))",
                "sum(rate(chairs_total[5m])) by (room, floor)",
                "max by (room) (sum by (room, floor) (chairs_total))",
                "sum by (room) (chairs_total{floor=~'1|2'}) / sum(mirrors_total)"
            })
    void shouldKnowWhatSeriesAreGroupedBy(String expression) {
        assertThat(PromQl.selectors(expression).getFirst().labels()).isEqualTo(Set.of("room", "floor"));
    }

    @Test
    void shouldGroupOnlyWhatStandsInTheParentheses() {
        var selectors = PromQl.selectors("mirrors / sum(chairs) by (room) + sum by (floor) (stools) - lamps");

        assertThat(selectors)
                .extracting(Selector::labels)
                .containsExactly(Set.of(), Set.of("room"), Set.of("floor"), Set.of());
    }

    @Test
    void shouldRefuseASelectorWithoutAName() {
        assertThatThrownBy(() -> PromQl.selectors("sum({room=\"2\"})")).hasMessageContaining("without a metric's name");
    }
}
