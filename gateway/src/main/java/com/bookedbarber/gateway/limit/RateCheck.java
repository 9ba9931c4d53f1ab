package com.bookedbarber.gateway.limit;

/**
 * A policy and the key that a request counts under.
 *
 * @param policy the policy
 * @param key the policy's name and whom it is about, as one string
 */
record RateCheck(RatePolicy policy, String key) {

    static RateCheck of(RatePolicy policy, String whom) {
        return new RateCheck(policy, "rl:" + policy.name() + ':' + whom);
    }

    RateCheck share(int instances) {
        return new RateCheck(policy.share(instances), key);
    }
}
