package com.bookedbarber.gateway.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys that Redis has refused, until the time at which it would allow them again: a client that keeps knocking costs no
 * round trip. Belongs to one event loop.
 */
final class DeniedKeys {

    private record Denial(RateDecision decision, long deniedAt) {}

    private final Map<String, Denial> denials;

    DeniedKeys(int remembered) {
        this.denials = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Denial> eldest) {
                return size() > remembered;
            }
        };
    }

    void remember(List<RateCheck> checks, List<RateDecision> decisions, long nowNanos) {
        for (int i = 0; i < checks.size(); i++) {
            if (!decisions.get(i).allowed()) {
                denials.put(checks.get(i).key(), new Denial(decisions.get(i), nowNanos));
            }
        }
    }

    /** The refusal that still holds for one of the keys, or null. */
    RateDecision find(List<RateCheck> checks, long nowNanos) {
        if (denials.isEmpty()) {
            return null;
        }
        for (RateCheck check : checks) {
            Denial denial = denials.get(check.key());
            if (denial != null) {
                long passed = (nowNanos - denial.deniedAt()) / 1_000_000;
                RateDecision decision = denial.decision();
                if (passed < decision.retryMillis()) {
                    return new RateDecision(
                            decision.policy(),
                            false,
                            0,
                            Math.max(0, decision.resetMillis() - passed),
                            decision.retryMillis() - passed);
                }
                denials.remove(check.key());
            }
        }
        return null;
    }
}
