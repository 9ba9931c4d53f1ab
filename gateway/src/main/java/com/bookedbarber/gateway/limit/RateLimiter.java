package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.limit.LimitMeters.Source;
import com.bookedbarber.gateway.route.Route;
import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a request is within the limits of its route. Belongs to one event loop.
 *
 * <p>Looks at what Redis has said a moment ago, then asks it, and decides alone when Redis is slow or gone. It never waives
 * a limit.
 */
public final class RateLimiter {

    private final RatePolicies policies;
    private final RedisCounters redis;
    private final LocalLimiter local;
    private final DeniedKeys denied;
    private final RecentRooms recent;
    private final LimitMeters meters;

    RateLimiter(
            RatePolicies policies,
            RedisCounters redis,
            LocalLimiter local,
            DeniedKeys denied,
            RecentRooms recent,
            LimitMeters meters) {
        this.policies = policies;
        this.redis = redis;
        this.local = local;
        this.denied = denied;
        this.recent = recent;
        this.meters = meters;
    }

    /** Begins to keep a connection to Redis. */
    public void start() {
        redis.start();
    }

    /** Lets the connection go. */
    public void close() {
        redis.close();
    }

    /** Whether Redis counts at the moment. */
    public boolean shared() {
        return redis.available();
    }

    /** Whether deciding needs the account that the body names. */
    public boolean needsAccount(Route route) {
        return policies.of(route).needsAccount();
    }

    /** Whether deciding needs to know who calls; if not, a bad token can be counted, too. */
    public boolean needsIdentity(Route route) {
        return policies.of(route).needsIdentity();
    }

    /** Decides: one decision for each policy that applies, or only the refusing one if the refusal was remembered. */
    public Future<List<RateDecision>> decide(Route route, RateCaller caller) {
        List<RateCheck> checks = checks(route, caller);
        if (checks.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        long now = System.nanoTime();
        RateDecision remembered = denied.find(checks, now);
        if (remembered != null) {
            meters.decided(remembered, Source.REMEMBERED);
            return Future.succeededFuture(List.of(remembered));
        }
        if (!redis.available()) {
            return Future.succeededFuture(alone(checks));
        }
        List<RateDecision> ahead = recent.take(checks, now);
        if (ahead != null) {
            redis.count(checks);
            ahead.forEach(decision -> meters.decided(decision, Source.AHEAD));
            return Future.succeededFuture(ahead);
        }
        return redis.decide(checks)
                .map(decisions -> together(checks, decisions))
                .otherwise(failure -> alone(checks));
    }

    private List<RateDecision> together(List<RateCheck> checks, List<RateDecision> decisions) {
        denied.remember(checks, decisions, System.nanoTime());
        decisions.forEach(decision -> meters.decided(decision, Source.REDIS));
        return decisions;
    }

    private List<RateDecision> alone(List<RateCheck> checks) {
        List<RateDecision> decisions = local.decide(checks);
        decisions.forEach(decision -> meters.decided(decision, Source.LOCAL));
        return decisions;
    }

    private List<RateCheck> checks(Route route, RateCaller caller) {
        List<RatePolicy> applying = policies.of(route).policies();
        List<RateCheck> checks = new ArrayList<>(applying.size());
        for (RatePolicy policy : applying) {
            String whom = RateSubject.of(policy.key(), caller);
            if (whom != null) {
                checks.add(RateCheck.of(policy, whom));
            }
        }
        return checks;
    }
}
