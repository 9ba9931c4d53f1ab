package com.bookedbarber.gateway.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The room that Redis has just told some keys to have. Where there is plenty, a request is allowed at once and counted in
 * Redis a little later together with others, so that it does not wait for a round trip. Belongs to one event loop.
 *
 * <p>Others may take the same room meanwhile, so little is allowed ahead: by all event loops of all gateways together an
 * eighth of the room that was told, and only for a two-hundredth of the window, at most 10 ms. Who asks ten times as often
 * as the limit allows takes a twentieth of the limit in that time. Too much is allowed if that and the eighth are more
 * than the room, so the room was less than eight sevenths of the twentieth, and an eighth of it is 0.7 % of the limit.
 */
final class RecentRooms {

    private static final int AHEAD = 8;
    private static final int WINDOW_PARTS = 200;
    private static final long FRESH_NANOS = 10_000_000;

    /** What more keys told in 10 ms is not worth remembering. */
    private static final int MOST_KEYS = 1000;

    private final IntSupplier loops;

    private final Map<String, Recent> rooms = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /**
     * Nothing is known yet.
     *
     * @param loops how many event loops of all gateways do the same
     */
    RecentRooms(IntSupplier loops) {
        this.loops = loops;
    }

    private static final class Recent {

        private long left;
        private long resetMillis;
        private long askedAt;
        private long uncounted;
    }

    /** Allows a request that has to be counted later; null if Redis has to be asked first. */
    List<RateDecision> take(List<RateCheck> checks, long nowNanos) {
        for (RateCheck check : checks) {
            Recent recent = rooms.get(check.key());
            if (recent == null || !isPlenty(recent) || !isFresh(recent, check.policy(), nowNanos)) {
                return null;
            }
        }
        List<RateDecision> decisions = new ArrayList<>(checks.size());
        for (RateCheck check : checks) {
            Recent recent = rooms.get(check.key());
            recent.uncounted++;
            long reset = recent.resetMillis - (nowNanos - recent.askedAt) / 1_000_000;
            decisions.add(
                    new RateDecision(check.policy(), true, recent.left - recent.uncounted, Math.max(0, reset), 0));
        }
        return decisions;
    }

    private boolean isPlenty(Recent recent) {
        return (recent.uncounted + 1) * AHEAD * loops.getAsInt() <= recent.left;
    }

    private static boolean isFresh(Recent recent, RatePolicy policy, long nowNanos) {
        return nowNanos - recent.askedAt <= Math.min(FRESH_NANOS, policy.windowMillis() * 1_000_000 / WINDOW_PARTS);
    }

    /**
     * Redis has answered.
     *
     * @param left the room that is left after all that was asked about
     * @param counted how many of the requests had been allowed ahead
     * @param askedAt when it was asked
     */
    void told(RateCheck check, SharedRoom room, long left, int counted, long askedAt) {
        Recent recent = rooms.computeIfAbsent(check.key(), key -> new Recent());
        recent.left = left;
        recent.resetMillis = room.resetMillis();
        recent.askedAt = askedAt;
        recent.uncounted = Math.max(0, recent.uncounted - counted);
    }

    /** Redis has not answered in time: it has to be asked first again. */
    void forget(List<RateCheck> checks) {
        checks.forEach(check -> rooms.remove(check.key()));
    }
}
