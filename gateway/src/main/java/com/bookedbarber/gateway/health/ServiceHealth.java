package com.bookedbarber.gateway.health;

/**
 * What a service's own readiness check says.
 *
 * @param answers whether it answered at all
 * @param ready whether it is ready
 * @param database whether its database answers; null if it did not say
 */
record ServiceHealth(boolean answers, boolean ready, Boolean database) {

    static final ServiceHealth SILENT = new ServiceHealth(false, false, null);
}
