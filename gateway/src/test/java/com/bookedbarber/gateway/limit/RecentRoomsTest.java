package com.bookedbarber.gateway.limit;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RecentRoomsTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long ASKED_AT = -5 * MILLISECOND;

    private final RatePolicy minute = RatePolicies.policy("minute", "600/min", "address");
    private final RatePolicy second = RatePolicies.policy("second", "600/s", "address");
    private final RateCheck somebody = RateCheck.of(minute, "somebody");
    private final RateCheck inASecond = RateCheck.of(second, "somebody");
    private final RecentRooms rooms = new RecentRooms(() -> 2);

    @Test
    void shouldAllowAheadAnEighthOfTheRoomForAllEventLoopsTogether() {
        told(somebody, 50, 0);

        assertThat(remainingAfterTaking(somebody)).isEqualTo(49);
        assertThat(remainingAfterTaking(somebody)).isEqualTo(48);
        assertThat(remainingAfterTaking(somebody)).isEqualTo(47);
        assertThat(take(somebody, 0)).as("2 loops x 4 requests x 8 > 50").isNull();
    }

    @Test
    void shouldGoOnWhenRedisHasCounted() {
        told(somebody, 50, 0);
        take(somebody, 0);
        take(somebody, 0);
        take(somebody, 0);

        told(somebody, 48, 2);

        assertThat(remainingAfterTaking(somebody)).as("48, and one not counted").isEqualTo(46);
        assertThat(remainingAfterTaking(somebody)).isEqualTo(45);
        assertThat(take(somebody, 0)).isNull();
    }

    @Test
    void shouldAskRedisAboutWhomItHasNotToldOrHasLittleRoom() {
        assertThat(take(somebody, 0)).isNull();
        told(somebody, 15, 0);
        assertThat(take(somebody, 0)).isNull();
        told(somebody, 16, 0);
        assertThat(take(somebody, 0)).isNotNull();
    }

    @Test
    void shouldAllowNothingOnWhatIsOlderThanTenMillisecondsOrATwoHundredthOfTheWindow() {
        told(somebody, 500, 0);
        told(inASecond, 500, 0);

        assertThat(take(somebody, ASKED_AT + 10 * MILLISECOND)).isNotNull();
        assertThat(take(somebody, ASKED_AT + 10 * MILLISECOND + 1)).isNull();
        assertThat(take(inASecond, ASKED_AT + 5 * MILLISECOND)).isNotNull();
        assertThat(take(inASecond, ASKED_AT + 5 * MILLISECOND + 1)).isNull();
    }

    @Test
    void shouldTakeFromAllPoliciesOrNone() {
        told(somebody, 500, 0);

        assertThat(rooms.take(List.of(somebody, inASecond), 0)).isNull();
        told(inASecond, 100, 0);
        List<RateDecision> decisions = rooms.take(List.of(somebody, inASecond), 0);

        assertThat(decisions).extracting(RateDecision::remaining).containsExactly(499L, 99L);
        assertThat(decisions).extracting(RateDecision::policy).containsExactly(minute, second);
        assertThat(decisions)
                .allMatch(RateDecision::allowed)
                .allMatch(decision -> decision.resetMillis() == 30_000 - 5 && decision.retryMillis() == 0);
    }

    @Test
    void shouldAskRedisAgainAfterItDidNotAnswer() {
        told(somebody, 500, 0);

        rooms.forget(List.of(somebody));

        assertThat(take(somebody, 0)).isNull();
    }

    private void told(RateCheck check, long left, int counted) {
        rooms.told(check, new SharedRoom(check.policy(), left, 30_000, 0), left, counted, ASKED_AT);
    }

    private List<RateDecision> take(RateCheck check, long now) {
        return rooms.take(List.of(check), now);
    }

    private long remainingAfterTaking(RateCheck check) {
        return take(check, 0).getFirst().remaining();
    }
}
