package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.platform.sql.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is booked of barbers' days, remembered for listing free times. A remembered day counts only while its version, which
 * every commit that changes the day raises, is the one it was read under; the versions come fresh with the shop. Booking
 * itself never asks here.
 *
 * <p>A day is read after its version, so it may already know of a newer commit than its version tells. Then the next
 * look finds a greater version and reads again; an older state under a newer version is not possible.
 */
@ApplicationScoped
class BookedDays {

    /** A barber's day with a dozen visits takes about half a kilobyte. */
    private static final int MAX_DAYS = 20_000;

    /** A day may begin so long before or after the same day of UTC. */
    private static final int ZONE_DAYS = 1;

    private static final String READ = """
            SELECT a.barber_id,
                array_agg((a.starts_at AT TIME ZONE a.time_zone)::date - DATE '1970-01-01' ORDER BY a.starts_at),
                array_agg((date_part('epoch', a.busy_from) * 1000)::bigint ORDER BY a.starts_at),
                array_agg((date_part('epoch', a.busy_to) * 1000)::bigint ORDER BY a.starts_at)
            FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) wanted (barber_id, first_day, last_day)
            JOIN appointment a ON a.barber_id = wanted.barber_id
                AND a.starts_at >= to_timestamp((wanted.first_day - %1$d) * 86400)
                AND a.starts_at < to_timestamp((wanted.last_day + %1$d + 1) * 86400)
            WHERE a.status IN ('held', 'confirmed', 'checked-in', 'completed')
            GROUP BY a.barber_id
            """.formatted(ZONE_DAYS);

    private final Sql sql;
    private final Cache<Day, Booked> remembered =
            Caffeine.newBuilder().maximumSize(MAX_DAYS).build();

    BookedDays(Sql sql) {
        this.sql = sql;
    }

    /** What is booked of each barber on the days whose versions came with them: at most one statement. */
    Map<UUID, TimeSpans> of(List<BookableBarber> barbers) {
        List<Diary> diaries = barbers.stream().map(Diary::new).toList();
        List<Diary> gaps = diaries.stream().filter(Diary::hasGaps).toList();
        if (!gaps.isEmpty()) {
            fill(gaps);
        }
        return diaries.stream().collect(Collectors.toMap(diary -> diary.barberId, Diary::booked));
    }

    private void fill(List<Diary> diaries) {
        Map<UUID, Map<Long, TimeSpans.Builder>> read = new HashMap<>();
        sql.list(
                READ,
                row -> read.put(row.getObject(1, UUID.class), days(row)),
                diaries.stream().map(diary -> diary.barberId).toArray(UUID[]::new),
                diaries.stream().map(Diary::firstGap).toArray(Long[]::new),
                diaries.stream().map(Diary::lastGap).toArray(Long[]::new));
        diaries.forEach(diary -> diary.fill(read.getOrDefault(diary.barberId, Map.of())));
    }

    private static Map<Long, TimeSpans.Builder> days(ResultSet row) throws SQLException {
        Integer[] days = (Integer[]) row.getArray(2).getArray();
        Long[] from = (Long[]) row.getArray(3).getArray();
        Long[] to = (Long[]) row.getArray(4).getArray();
        Map<Long, TimeSpans.Builder> byDay = new HashMap<>();
        for (int i = 0; i < days.length; i++) {
            byDay.computeIfAbsent(days[i].longValue(), day -> TimeSpans.builder())
                    .add(from[i], to[i]);
        }
        return byDay;
    }

    private record Day(UUID barberId, long day) {}

    private record Booked(long version, TimeSpans spans) {}

    /** One barber's days, with gaps where they have to be read. */
    private final class Diary {
        private final UUID barberId;
        private final List<DayVersion> days;
        private final TimeSpans[] booked;

        Diary(BookableBarber barber) {
            barberId = barber.id();
            days = barber.diary();
            booked = days.stream().map(this::remembered).toArray(TimeSpans[]::new);
        }

        private TimeSpans remembered(DayVersion day) {
            Booked known = remembered.getIfPresent(new Day(barberId, day.day()));
            return known != null && known.version() == day.version() ? known.spans() : null;
        }

        boolean hasGaps() {
            return Arrays.asList(booked).contains(null);
        }

        long firstGap() {
            return days.get(Arrays.asList(booked).indexOf(null)).day();
        }

        long lastGap() {
            return days.get(Arrays.asList(booked).lastIndexOf(null)).day();
        }

        void fill(Map<Long, TimeSpans.Builder> read) {
            for (int i = 0; i < booked.length; i++) {
                if (booked[i] == null) {
                    DayVersion day = days.get(i);
                    TimeSpans.Builder spans = read.get(day.day());
                    booked[i] = spans == null ? TimeSpans.none() : spans.build();
                    remembered.put(new Day(barberId, day.day()), new Booked(day.version(), booked[i]));
                }
            }
        }

        TimeSpans booked() {
            TimeSpans.Builder all = TimeSpans.builder();
            for (TimeSpans day : booked) {
                all.addAll(day);
            }
            return all.build();
        }
    }
}
