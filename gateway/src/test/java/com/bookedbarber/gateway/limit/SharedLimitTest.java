package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.limit.Asker.Asked;
import com.bookedbarber.platform.stores.EmbeddedRedis;
import com.bookedbarber.platform.stores.FreePort;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import static org.assertj.core.api.Assertions.assertThat;

/** A limit of 300 in two seconds that three gateways share through one Redis, which may be killed. */
class SharedLimitTest {

    private static final String SOMEBODY = "203.0.113.7";
    private static final int LIMIT = 300;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(2);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger questions = new AtomicInteger();
    private EmbeddedRedis redis;
    private ThreeGateways gateways;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start(FreePort.next(), folder, folder.resolve("log"));
        gateways = new ThreeGateways(redis.url(), LIMIT + "/2s");
        Awaitility.await().until(gateways::shared);
    }

    @AfterEach
    void stop() {
        done.set(true);
        threads.close();
        gateways.close();
        redis.close();
    }

    @Test
    void shouldLetThroughTheLimitAndAtMostAHundredthMoreAtTenTimesTheLimit() throws Exception {
        List<Asked> asked = answers(askAt(10 * LIMIT, number -> SOMEBODY, 3 * WINDOW));

        List<Asked> allowed = asked.stream()
                .filter(Asked::allowed)
                .sorted(Comparator.comparingLong(Asked::askedAt))
                .toList();
        assertThat(asked).as("a load of about ten times the limit").hasSizeGreaterThan(3 * 7 * LIMIT);
        assertThat(allowed).hasSizeGreaterThanOrEqualTo(2 * LIMIT);
        for (int windows = 1; windows <= 3; windows++) {
            // The first window begins when the first question is decided, not before it was asked.
            long end = allowed.getFirst().askedAt() + windows * WINDOW;
            long within =
                    allowed.stream().filter(answer -> answer.answeredAt() < end).count();
            assertThat(within).as("in %d windows", windows).isLessThanOrEqualTo(windows * LIMIT * 101L / 100);
        }
    }

    @Test
    void shouldRefuseNobodyBelowTheLimit() throws Exception {
        List<Asked> asked = answers(askAt(LIMIT * 95 / 100, number -> SOMEBODY, 2 * WINDOW));

        assertThat(asked).hasSizeGreaterThan(LIMIT).allMatch(Asked::allowed);
    }

    @Test
    void shouldShareTheLimitWithoutRedis() throws Exception {
        redis.close();
        int allowed = 0;
        for (int i = 0; i < 3 * LIMIT; i++) {
            allowed += gateways.ask(i % ThreeGateways.COUNT, SOMEBODY) ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(LIMIT);
    }

    @Test
    void shouldDecideQuicklyWhileRedisIsKilledAndCountTogetherSoonAfterItIsBack() throws Exception {
        List<Future<List<Asked>>> askers = askAt(10 * LIMIT, number -> "203.0.113." + number % 250, Long.MAX_VALUE);
        awaitQuestions(1000);
        long killedAt = System.nanoTime();
        redis.process().destroyForcibly();
        awaitQuestions(3000);
        assertThat(gateways.shared()).isFalse();
        long backAt = System.nanoTime();
        redis = EmbeddedRedis.start(redis.port(), folder, folder.resolve("log"));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(gateways::shared);
        awaitQuestions(1000);
        done.set(true);

        List<Asked> asked = answers(askers);
        assertThat(asked).as("each address stays far below the limit").allMatch(Asked::allowed);
        List<Long> outage = asked.stream()
                .filter(one -> one.answeredAt() >= killedAt && one.askedAt() < backAt)
                .map(Asked::nanos)
                .sorted()
                .toList();
        assertThat(Duration.ofNanos(outage.get(outage.size() * 99 / 100))).isLessThanOrEqualTo(Duration.ofMillis(5));
        assertCountingTogether();
    }

    private void awaitQuestions(int more) {
        int before = questions.get();
        Awaitility.await().until(() -> questions.get() >= before + more);
    }

    /** A gateway that counts alone would stop at its third of the limit, and the others would have theirs left. */
    private void assertCountingTogether() throws Exception {
        int[] allowed = new int[ThreeGateways.COUNT];
        for (int gateway = 0; gateway < allowed.length; gateway++) {
            for (int i = 0; i < LIMIT; i++) {
                allowed[gateway] += gateways.ask(gateway, "198.51.100.1") ? 1 : 0;
            }
        }
        assertThat(allowed).containsExactly(LIMIT, 0, 0);
    }

    /** One client at each gateway, each of whose questions has the address that this function gives it. */
    private List<Future<List<Asked>>> askAt(int requestsInAWindow, IntFunction<String> address, long nanos) {
        List<Future<List<Asked>>> askers = new ArrayList<>();
        long every = ThreeGateways.COUNT * WINDOW / requestsInAWindow;
        long start = System.nanoTime();
        for (int gateway = 0; gateway < ThreeGateways.COUNT; gateway++) {
            askers.add(threads.submit(new Asker(gateways, gateway, address, every, () -> {
                questions.incrementAndGet();
                return done.get() || System.nanoTime() - start > nanos;
            })));
        }
        return askers;
    }

    private static List<Asked> answers(List<Future<List<Asked>>> askers) throws Exception {
        List<Asked> asked = new ArrayList<>();
        for (Future<List<Asked>> asker : askers) {
            asked.addAll(asker.get(10, TimeUnit.SECONDS));
        }
        return asked;
    }
}
