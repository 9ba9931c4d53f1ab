package com.bookedbarber.gateway.shed;

import com.bookedbarber.gateway.route.Priority;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class OverloadTest {

    private static final long MILLI = 1_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final ConcurrencyLimit limit = new ConcurrencyLimit(100, clock::get);
    private final CircuitBreaker breaker = new CircuitBreaker(clock::get);

    @Test
    void shouldTurnDashboardsAwayFirstAndBookingLast() {
        assertThat(enter(Priority.LOW)).isEqualTo(60);
        assertThat(enter(Priority.NORMAL)).isEqualTo(25);
        assertThat(enter(Priority.CRITICAL)).isEqualTo(15);
        assertThat(limit.inFlight()).isEqualTo(100);

        limit.leave();

        assertThat(limit.enter(Priority.LOW)).isFalse();
        assertThat(limit.enter(Priority.CRITICAL)).isTrue();
    }

    @Test
    void shouldGiveASlowServiceLessAndAQuickOneMoreAgain() {
        for (int i = 0; i < 100; i++) {
            clock.addAndGet(100 * MILLI);
            limit.answered(3000 * MILLI, Duration.ofSeconds(10));
        }
        assertThat(limit.limit()).isEqualTo(16);

        for (int i = 0; i < 1000; i++) {
            limit.answered(5 * MILLI, Duration.ofSeconds(10));
        }
        assertThat(limit.limit()).isEqualTo(100);
    }

    @Test
    void shouldNotShrinkForOneSlowMoment() {
        for (int i = 0; i < 100; i++) {
            limit.answered(3000 * MILLI, Duration.ofSeconds(10));
        }
        assertThat(limit.limit()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void shouldStopCallingWhatFailsAndProbeIt() {
        for (int i = 0; i < 19; i++) {
            breaker.failed();
        }
        assertThat(breaker.admits()).as("too few to tell").isTrue();
        breaker.failed();
        assertThat(breaker.admits()).isFalse();

        clock.addAndGet(2000 * MILLI);

        assertThat(breaker.admits()).as("a probe").isTrue();
        assertThat(breaker.admits()).as("one at a time").isFalse();
        breaker.failed();
        assertThat(breaker.open()).isTrue();
        clock.addAndGet(200 * MILLI);
        assertThat(breaker.admits()).as("the next probe").isTrue();
        breaker.succeeded();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.open()).isFalse();
    }

    @Test
    void shouldNotOpenWhileMostCallsSucceed() {
        for (int i = 0; i < 1000; i++) {
            breaker.succeeded();
            breaker.succeeded();
            breaker.failed();
        }
        assertThat(breaker.open()).isFalse();
    }

    @Test
    void shouldRetryATenthAtMost() {
        RetryBudget budget = new RetryBudget();
        int retries = 0;
        for (int i = 0; i < 10_000; i++) {
            budget.earned();
            retries += budget.spend() ? 1 : 0;
        }
        assertThat(retries).isBetween(1000, 1010);
        assertThat(budget.spent()).isEqualTo(retries);
    }

    private int enter(Priority priority) {
        int entered = 0;
        while (limit.enter(priority)) {
            entered++;
        }
        return entered;
    }
}
