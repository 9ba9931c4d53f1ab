package com.bookedbarber.gateway.world;

import java.util.concurrent.atomic.AtomicReference;

/** What every service shows the gateway: health, token keys and its OpenAPI document. */
public final class ServiceFace {

    private static final String HEALTHY =
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"Database connections health check\",\"status\":\"UP\"}]}";
    private static final AtomicReference<String> HEALTH = new AtomicReference<>(HEALTHY);

    private ServiceFace() {}

    static boolean knows(String target) {
        return target.startsWith("/q/health")
                || target.equals("/.well-known/jwks.json")
                || target.startsWith("/openapi");
    }

    static String document(String target) {
        if (target.startsWith("/q/health")) {
            return HEALTH.get();
        }
        return target.startsWith("/openapi") ? OpenApiSamples.document() : TestTokens.jwks();
    }

    /** All services say that their database is down, until the returned handle is closed. */
    public static AutoCloseable databaseDown() {
        HEALTH.set(HEALTHY.replace("UP", "DOWN"));
        return () -> HEALTH.set(HEALTHY);
    }
}
