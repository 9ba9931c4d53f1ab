package com.bookedbarber.load.tool;

import com.bookedbarber.load.BenchException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrkTest {

    @Test
    void shouldReadUnitsAndPercentiles() {
        var result = Wrk.parse("""
                Running 10s test @ http://localhost:8080/
                  1 threads and 50 connections
                  Thread Stats   Avg      Stdev     Max   +/- Stdev
                    Latency     4.98ms    2.11ms  40.02ms   88.11%
                    Req/Sec    10.21k   512.00     11.2k    70.00%
                  Latency Distribution
                     50%  850.00us
                     75%    5.60ms
                     90%    7.00ms
                     99%    1.20s
                  101572 requests in 10.01s, 20.02MB read
                Requests/sec:  10146.24
                Transfer/sec:      2.00MB
                """);

        assertThat(result).isEqualTo(new Wrk.Result(10146.24, 101_572, 10.01, 0.85, 1200, 0));
    }

    @Test
    void shouldCountBadStatusesAndBrokenSocketsAsErrors() {
        var result = Wrk.parse("""
                  Latency Distribution
                     50%  1.00ms
                     99%  2.00ms
                  1000 requests in 1.00s, 1.00MB read
                  Socket errors: connect 1, read 2, write 3, timeout 4
                  Non-2xx or 3xx responses: 490
                Requests/sec:   1000.00
                """);

        assertThat(result.errors()).isEqualTo(500);
        assertThat(result.goodPerSecond()).isEqualTo(500);
    }

    @Test
    void shouldNotTakeAComplaintForAResult() {
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> Wrk.parse("unable to connect to localhost:1 Connection refused"))
                .withMessageContaining("Connection refused");
    }
}
