package com.bookedbarber.gateway.limit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts alone when Redis cannot: each of the gateways allows its part of a limit, so that together they allow no more
 * than it.
 */
@Singleton
final class LocalLimiter {

    private final int instances;
    private final LongSupplier nanoTime;
    private final Map<String, Gcra> cells;

    @Inject
    LocalLimiter(RateLimiterConfig config) {
        this(config.instances(), config.rememberedKeys(), System::nanoTime);
    }

    LocalLimiter(int instances, int rememberedKeys, LongSupplier nanoTime) {
        this.instances = instances;
        this.nanoTime = nanoTime;
        this.cells = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Gcra> eldest) {
                return size() > rememberedKeys;
            }
        };
    }

    /** Decides; a request that one policy refuses is counted by none. */
    synchronized List<RateDecision> decide(List<RateCheck> checks) {
        long now = nanoTime.getAsLong();
        List<RateDecision> decisions = new ArrayList<>(checks.size());
        for (RateCheck check : checks) {
            decisions.add(cell(check).peek(check.policy().share(instances), now));
        }
        if (decisions.stream().allMatch(RateDecision::allowed)) {
            checks.forEach(check -> cell(check).take(check.policy().share(instances), now));
        }
        return decisions;
    }

    private Gcra cell(RateCheck check) {
        return cells.computeIfAbsent(check.key(), key -> new Gcra());
    }
}
