package com.bookedbarber.load.booking;

import com.bookedbarber.load.BookingSchema;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class BookedTimesTest {

    private final BookedTimes times = new BookedTimes(7, Instant.parse("2026-12-01T00:00:00Z"));

    @Test
    void shouldNeverGiveABarbersTimeTwice() {
        assertThat(LongStream.range(0, 1000).mapToObj(times::time)).doesNotHaveDuplicates();
    }

    @Test
    void shouldMeanTheSameInJavaAndInSql() {
        try (var sql = BookingSchema.create()) {
            for (long number : new long[] {0, 6, 7, 8, 4711}) {
                var row = sql.rows("SELECT " + times.barberExpression("'" + number + "'") + ", extract(epoch FROM "
                                + times.startExpression("'" + number + "'") + ")::bigint")
                        .getFirst();
                assertThat(row.get(0)).isEqualTo(times.time(number).barberId());
                assertThat(Long.parseLong(row.get(1)))
                        .isEqualTo(times.time(number).startsAt().getEpochSecond());
            }
        }
    }
}
