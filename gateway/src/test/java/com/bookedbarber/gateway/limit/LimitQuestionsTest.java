package com.bookedbarber.gateway.limit;

import com.bookedbarber.platform.stores.EmbeddedRedis;
import com.bookedbarber.platform.stores.FreePort;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Redis decides many requests at once as {@link Gcra} does one after the other; limits of an hour make time stand still. */
class LimitQuestionsTest {

    private static final RatePolicy BY_ADDRESS = RatePolicies.policy("address", "70/h", "address");
    private static final RatePolicy BY_USER = RatePolicies.policy("user", "25/h", "user");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final LocalLimiter oneByOne = new LocalLimiter(1, 1000, () -> 0L);
    private EmbeddedRedis redis;
    private RedisCounters counters;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start(FreePort.next(), folder, folder.resolve("log"));
        counters = new RedisCounters(vertx, new Settings(redis.url()), new RecentRooms(() -> 1));
        loop.runOnContext(run -> counters.start());
        Awaitility.await().until(counters::available);
    }

    @AfterEach
    void stop() {
        counters.close();
        vertx.close();
        redis.close();
    }

    @Test
    void shouldAllowOfOneBatchWhatThereIsRoomForAndCountItOnce() throws Exception {
        List<RateCheck> somebody = List.of(RateCheck.of(BY_USER, "somebody"));

        List<List<RateDecision>> first = decide(List.of(somebody, somebody, somebody));
        List<List<RateDecision>> more = decide(Collections.nCopies(30, somebody));

        assertThat(first)
                .extracting(decisions -> decisions.getFirst().remaining())
                .containsExactly(24L, 23L, 22L);
        assertThat(more).filteredOn(decisions -> decisions.getFirst().allowed()).hasSize(22);
        RateDecision refused = more.getLast().getFirst();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryMillis()).isBetween(3_590_000L, 3_600_000L);
        assertThat(refused.resetMillis()).isBetween(3_590_000L, 3_600_000L);
    }

    @Test
    void shouldCountWhatWasAllowedAheadBeforeWhatIsAskedAbout() throws Exception {
        List<RateCheck> somebody = List.of(RateCheck.of(BY_USER, "somebody"));
        CompletableFuture<List<RateDecision>> decided = new CompletableFuture<>();
        loop.runOnContext(run -> {
            counters.count(somebody);
            counters.decide(somebody).onSuccess(decided::complete);
            counters.count(somebody);
        });

        assertThat(decided.get(10, TimeUnit.SECONDS))
                .extracting(RateDecision::remaining)
                .containsExactly(22L);
    }

    @Test
    void shouldCountWhatWasAllowedAheadThoughNobodyAsks() throws Exception {
        List<RateCheck> somebody = List.of(RateCheck.of(BY_USER, "somebody"));
        loop.runOnContext(run -> counters.count(somebody));
        loop.runOnContext(run -> counters.count(somebody));

        Awaitility.await()
                .untilAsserted(() -> assertThat(isKept("rl:user:somebody")).isTrue());

        assertThat(decide(List.of(somebody)).getFirst())
                .extracting(RateDecision::remaining)
                .containsExactly(22L);
    }

    @Test
    void shouldDecideManyRequestsAtOnceLikeOneAfterTheOther() throws Exception {
        Random random = new Random(7);
        int refused = 0;
        for (int batch = 0; batch < 60; batch++) {
            List<List<RateCheck>> questions = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                questions.add(question(random));
            }
            List<List<RateDecision>> decided = decide(questions);

            assertThat(withoutTimes(decided)).isEqualTo(withoutTimes(expected(questions)));
            refused +=
                    (int) decided.stream().filter(LimitQuestionsTest::isRefused).count();
        }
        assertThat(refused).as("refused, of some 400 requests").isBetween(50, 350);
    }

    /** One of four addresses, alone or with one of nine users. */
    private static List<RateCheck> question(Random random) {
        RateCheck address = RateCheck.of(BY_ADDRESS, "a" + random.nextInt(4));
        int user = random.nextInt(12);
        return user < 3 ? List.of(address) : List.of(address, RateCheck.of(BY_USER, "u" + user));
    }

    private static boolean isRefused(List<RateDecision> decisions) {
        return !decisions.stream().allMatch(RateDecision::allowed);
    }

    private static List<String> withoutTimes(List<List<RateDecision>> decided) {
        return decided.stream()
                .flatMap(List::stream)
                .map(one -> one.policy().name() + ' ' + one.allowed() + ' ' + one.remaining())
                .toList();
    }

    private boolean isKept(String key) throws Exception {
        return Redis.createClient(vertx, redis.url())
                .send(Request.cmd(Command.EXISTS).arg(key))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .toBoolean();
    }

    /** Requests about the same keys are decided together, in the order in which the first of each came. */
    private List<List<RateDecision>> expected(List<List<RateCheck>> questions) {
        Map<List<RateCheck>, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            places.computeIfAbsent(questions.get(i), key -> new ArrayList<>()).add(i);
        }
        List<List<RateDecision>> decided = new ArrayList<>(
                questions.stream().map(question -> List.<RateDecision>of()).toList());
        places.forEach((checks, at) -> at.forEach(place -> decided.set(place, oneByOne.decide(checks))));
        return decided;
    }

    private List<List<RateDecision>> decide(List<List<RateCheck>> questions) throws Exception {
        CompletableFuture<List<List<RateDecision>>> decided = new CompletableFuture<>();
        loop.runOnContext(
                run -> Future.all(questions.stream().map(counters::decide).toList())
                        .onSuccess(all -> decided.complete(all.list()))
                        .onFailure(decided::completeExceptionally));
        return decided.get(10, TimeUnit.SECONDS);
    }
}
