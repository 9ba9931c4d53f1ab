package com.bookedbarber.gateway.limit;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GcraTest {

    private static final RatePolicy FIVE_A_MINUTE = RatePolicies.policy("test", "5/min", "address");
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(7 * SECOND);
    private final LocalLimiter limiter = new LocalLimiter(1, 100, clock::get);

    @Test
    void shouldAllowTheLimitAtOnceAndNothingMoreInTheWindow() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask().remaining()).isEqualTo(4 - i);
        }

        clock.addAndGet(59 * SECOND);

        RateDecision refused = ask();
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryMillis()).isEqualTo(1000);
        clock.addAndGet(SECOND);
        assertThat(ask().allowed()).isTrue();
    }

    @Test
    void shouldNotLetTheLimitBeDoubledAcrossTwoWindows() {
        assertThat(ask().allowed()).isTrue();
        clock.addAndGet(59 * SECOND);
        for (int i = 0; i < 4; i++) {
            assertThat(ask().allowed()).isTrue();
        }
        clock.addAndGet(SECOND);

        int more = 0;
        for (int i = 0; i < 5; i++) {
            more += ask().allowed() ? 1 : 0;
        }
        assertThat(more).as("of a new window, a second after four requests").isEqualTo(1);
    }

    @RepeatedTest(20)
    void shouldNeverRefuseWhoStaysBelowTheLimitInEveryMinute(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            clock.addAndGet((long) (random.nextDouble() * 20 * SECOND));
            long now = clock.get();
            long recently = sent.stream().filter(at -> now - at < 60 * SECOND).count();
            if (recently < 5) {
                assertThat(ask().allowed()).isTrue();
                sent.add(now);
                sent.removeIf(at -> now - at > 60 * SECOND);
            }
        }
    }

    @Test
    void shouldCountNothingWhenOneOfSeveralLimitsRefuses() {
        RatePolicy wide = RatePolicies.policy("wide", "100/min", "address");
        List<RateCheck> both = List.of(RateCheck.of(wide, "a"), RateCheck.of(FIVE_A_MINUTE, "a"));
        for (int i = 0; i < 20; i++) {
            limiter.decide(both);
        }

        assertThat(limiter.decide(List.of(RateCheck.of(wide, "a"))).getFirst().remaining())
                .isEqualTo(94);
    }

    @Test
    void shouldAllowItsPartOfALimitButAtLeastOne() {
        LocalLimiter one = new LocalLimiter(4, 100, clock::get);
        assertThat(one.decide(checks("a")).getFirst().allowed()).isTrue();
        assertThat(one.decide(checks("a")).getFirst().allowed()).isFalse();
    }

    @Test
    void shouldRefuseToStartOnARateThatIsNone() {
        for (String rate : new String[] {"", "5", "0/min", "-1/s", "5/fortnight", "5/0s"}) {
            assertThatThrownBy(() -> RatePolicies.policy("test", rate, "address"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("test");
        }
        assertThatThrownBy(() -> RatePolicies.policy("test", "5/s", "mood"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RatePolicies.policy("test", "20/10s", "caller").windowMillis())
                .isEqualTo(10_000);
    }

    private RateDecision ask() {
        return limiter.decide(checks("a")).getFirst();
    }

    private static List<RateCheck> checks(String whom) {
        return List.of(RateCheck.of(FIVE_A_MINUTE, whom));
    }
}
