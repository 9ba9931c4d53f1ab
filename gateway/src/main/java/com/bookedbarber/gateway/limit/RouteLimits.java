package com.bookedbarber.gateway.limit;

import java.util.List;

/**
 * The limits of a route.
 *
 * @param policies in the order of the route's line
 * @param needsAccount whether deciding needs the account that the body names
 * @param needsIdentity whether deciding needs to know who calls
 */
record RouteLimits(List<RatePolicy> policies, boolean needsAccount, boolean needsIdentity) {

    static RouteLimits of(List<RatePolicy> policies) {
        return new RouteLimits(
                policies,
                policies.stream().anyMatch(policy -> policy.key() == RateKey.ACCOUNT),
                policies.stream()
                        .anyMatch(policy -> policy.key() != RateKey.ADDRESS && policy.key() != RateKey.ACCOUNT));
    }
}
