package com.bookedbarber.platform.testing;

import com.bookedbarber.platform.stores.Database;
import com.bookedbarber.platform.stores.ServiceRole;
import com.bookedbarber.platform.stores.Stores;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.Map;

/**
 * Runs a service's tests on a real PostgreSQL and a real Redis, shared by the whole build, in a database of the
 * module's own; with tokens of {@link Tokens} and with {@link Neighbours} in place of the other services.
 *
 * <p>Usage: {@code @WithTestResource(value = RealStores.class, scope = TestResourceScope.GLOBAL, initArgs =
 * @ResourceArg(name = "service", value = "booking-service"))}.
 */
public class RealStores implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, ServiceRole> ROLES = Map.of(
            "user-service", ServiceRole.USER,
            "booking-service", ServiceRole.BOOKING,
            "payment-service", ServiceRole.PAYMENT,
            "analytics-service", ServiceRole.ANALYTICS);

    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        Stores stores = Stores.shared();
        Database database = stores.newDatabase(service.replace('-', '_'));
        ServiceRole role = ROLES.get(service);
        Neighbours neighbours = Neighbours.instance();

        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", role.role());
        config.put("quarkus.datasource.password", ServiceRole.LOCAL_PASSWORD);
        config.put("quarkus.redis.hosts", stores.redisUrl());
        config.put("USER_SERVICE_URL", neighbours.url("user-service"));
        config.put("BOOKING_SERVICE_URL", neighbours.url("booking-service"));
        config.put("PAYMENT_SERVICE_URL", neighbours.url("payment-service"));
        config.put("ANALYTICS_SERVICE_URL", neighbours.url("analytics-service"));
        return config;
    }

    @Override
    public void stop() {
        // The stores belong to the build, the database goes with them.
    }
}
