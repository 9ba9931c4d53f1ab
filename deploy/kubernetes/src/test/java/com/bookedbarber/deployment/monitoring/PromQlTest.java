package com.bookedbarber.deployment.monitoring;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "up | up",
                "sum by (service) (rate(http_requests_total{status=~\"5..\"}[5m])) / 0.001 | http_requests_total",
                "a_total and on (x, y) b_total | a_total b_total",
                "(sum(rate(x[1h])) or 0 * sum(rate(y{le=\"0.5\"}[1h]))) | x y",
                "histogram_quantile(0.99, sum by (le) (rate(z_bucket[5m]))) | z_bucket",
                "suite:request_errors:ratio_rate1h > 14.4 * 0.001 | suite:request_errors:ratio_rate1h",
                "1e3 * up | up"
            })
    void shouldFindTheMetricsOfAnExpression(String expression, String metrics) {
        assertThat(new PromQl(expression).metrics()).containsExactlyElementsOf(List.of(metrics.split(" ")));
    }
}
