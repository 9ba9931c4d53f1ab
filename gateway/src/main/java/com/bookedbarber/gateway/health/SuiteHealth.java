package com.bookedbarber.gateway.health;

import java.util.Map;
import java.util.Objects;

/**
 * How the suite is doing.
 *
 * @param services the services by name
 * @param redis whether limits are counted in Redis
 */
record SuiteHealth(Map<String, ServiceHealth> services, boolean redis) {

    /** Up if any service says that its database answers: they share one. Nobody to ask counts as down. */
    boolean databaseUp() {
        return services.values().stream()
                .map(ServiceHealth::database)
                .filter(Objects::nonNull)
                .anyMatch(Boolean::booleanValue);
    }

    /** Redis may be away: limits are counted by the gateway alone then. */
    boolean ready() {
        return databaseUp() && services.values().stream().allMatch(ServiceHealth::ready);
    }
}
