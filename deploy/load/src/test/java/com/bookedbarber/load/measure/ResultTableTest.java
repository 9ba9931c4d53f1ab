package com.bookedbarber.load.measure;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTableTest {

    @Test
    void shouldBeAMarkdownTableWithAColumnPerProcess() {
        var table = new ResultTable();
        table.add(new Measurement(
                "GET /health", 5000, 10, 0.123, 12.34, 123.4, 2, Map.of("gateway", new ProcessUsage(87.4, 210))));
        table.add(new Measurement("nothing answered", 0, 10, Double.NaN, Double.NaN, Double.NaN, 7, Map.of()));

        assertThat(table.render()).isEqualTo("""
                | scenario         | req/s | p50 ms | p95 ms | p99 ms | errors |      gateway |
                |------------------|------:|-------:|-------:|-------:|-------:|-------------:|
                | GET /health      |   500 |   0.12 |   12.3 |    123 |      2 | 87 % 210 MiB |
                | nothing answered |  0.00 |      – |      – |      – |      7 |            – |""");
    }
}
