package com.bookedbarber.gateway.limit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Six event loops of three gateways that allow one client's requests ahead, and a Redis that hears of them later, on a clock of
 * their own: how much they allow too much, over many patterns of traffic and of delay.
 */
class AheadOfRedisTest {

    private static final int LOOPS = 6;
    private static final int WINDOWS = 3;
    private static final long COUNT_AFTER = 2_000_000;

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private final Gcra redis = new Gcra();
    private final List<Long> allowed = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private Random random;
    private Loop turn;
    private int stay;
    private RatePolicy policy;
    private long slowestNanos;
    private long now;
    private int ahead;
    private int refused;

    private record Event(long at, Runnable what) {}

    /** Ten times the limit, and its exact rate; a Redis in the same rack, on a busy machine, and too slow. */
    @ParameterizedTest
    @CsvSource({
        "1000/2s, 10, 1",
        "1000/2s, 10, 4",
        "1000/2s, 10, 15",
        "600/min, 10, 1",
        "600/min, 10, 6",
        "3000/min, 10, 3",
        "500/s, 10, 2",
        "500/s, 10, 8",
        "9000/h, 10, 2",
        "1000/2s, 1, 3",
        "100/min, 10, 2"
    })
    void shouldAllowAtMostAHundredthTooMuch(String rate, int times, int slowestMillis) {
        for (int seed = 0; seed < 10; seed++) {
            play(rate, times, slowestMillis, seed);

            for (int windows = 1; windows <= WINDOWS; windows++) {
                // The first request was decided in Redis, where its window began.
                long end = allowed.getFirst() + windows * policy.windowMillis() * 1_000_000;
                long within = allowed.stream().filter(at -> at < end).count();
                assertThat(within)
                        .as("%s, seed %d, in %d windows", rate, seed, windows)
                        .isBetween(times > 1 ? windows * policy.limit() : 0, windows * policy.limit() * 101 / 100);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000/2s, 1", "600/min, 1", "5000/min, 3", "500/s, 4"})
    void shouldRefuseNobodyBelowTheLimit(String rate, int slowestMillis) {
        for (int seed = 0; seed < 10; seed++) {
            play(rate, 0.8, slowestMillis, seed);
            // Random traffic of 80 % may be above 100 % for a while; the whole window's room is what takes that up.
            assertThat(refused).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"100000/min, 1", "100000/min, 4"})
    void shouldDecideNearlyAllAheadOfWhoAsksOften(String rate, int slowestMillis) {
        play(rate, 0.8, slowestMillis, 1);

        assertThat(ahead).isGreaterThan(allowed.size() * 3 / 4);
    }

    private void play(String rate, double times, int slowestMillis, int seed) {
        policy = RatePolicies.policy("test", rate, "address");
        random = new Random(seed);
        slowestNanos = slowestMillis * 1_000_000L;
        events.clear();
        allowed.clear();
        loops.clear();
        ahead = 0;
        refused = 0;
        now += 10 * policy.windowMillis() * 1_000_000;
        long end = now + WINDOWS * policy.windowMillis() * 1_000_000;
        for (int i = 0; i < LOOPS; i++) {
            loops.add(new Loop());
        }
        turn = loops.getFirst();
        // Somebody whose requests are spread over all of them, or keeps to one for some hundred requests.
        stay = seed % 2 == 0 ? 1 : 300;
        double gap = policy.windowMillis() * 1e6 / policy.limit() / times;
        later(0, () -> arrive(gap, end));
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.at();
            event.what().run();
        }
    }

    private void later(long nanos, Runnable what) {
        events.add(new Event(now + nanos, what));
    }

    private void arrive(double gap, long end) {
        if (random.nextInt(stay) == 0) {
            turn = loops.get(random.nextInt(LOOPS));
        }
        turn.request();
        long next = (long) (-Math.log(1 - random.nextDouble()) * gap);
        if (now + next < end) {
            later(next, () -> arrive(gap, end));
        }
    }

    /** What {@link RateLimiter} and {@link RedisCounters} do on an event loop, without sockets. */
    private final class Loop {

        private final List<RateCheck> checks = List.of(RateCheck.of(policy, "somebody"));
        private final RecentRooms recent = new RecentRooms(() -> LOOPS);
        private int toCount;

        void request() {
            if (recent.take(checks, now) == null) {
                ask(1);
                return;
            }
            ahead++;
            allowed.add(now);
            if (toCount++ == 0) {
                later(COUNT_AFTER, () -> ask(0));
            }
        }

        private void ask(int waiting) {
            int counted = toCount;
            toCount = 0;
            if (counted + waiting > 0) {
                long askedAt = now;
                later(way(), () -> decide(counted, waiting, askedAt));
            }
        }

        /** In Redis. */
        private void decide(int counted, int waiting, long askedAt) {
            RateDecision before = redis.peek(policy, now);
            long room = before.allowed() ? before.remaining() + 1 : 0;
            long granted = Math.min(room, counted + waiting);
            for (int i = 0; i < granted; i++) {
                redis.take(policy, now);
            }
            SharedRoom told = new SharedRoom(policy, room, before.resetMillis(), before.retryMillis());
            if (waiting > 0 && counted + waiting <= room) {
                allowed.add(now);
            } else if (waiting > 0) {
                refused++;
            }
            later(way(), () -> recent.told(checks.getFirst(), told, room - granted, counted, askedAt));
        }

        private long way() {
            return 50_000 + random.nextLong(slowestNanos / 2);
        }
    }
}
