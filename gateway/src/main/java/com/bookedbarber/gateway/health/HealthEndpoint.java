package com.bookedbarber.gateway.health;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Instant;
import java.util.Set;

/** {@code GET /health}, for load balancers: 503 when the database is down, because then nothing works. */
@Singleton
final class HealthEndpoint implements OwnEndpoint {

    private final HealthProbe probe;
    private final String version;

    HealthEndpoint(HealthProbe probe, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.probe = probe;
        this.version = version;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/health");
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return probe.ask().compose(suite -> {
            boolean up = suite.databaseUp();
            return JsonAnswer.send(
                    exchange,
                    up ? 200 : 503,
                    new JsonObject()
                            .put("status", up ? "healthy" : "unhealthy")
                            .put("timestamp", Instant.now().toString())
                            .put("version", version)
                            .put("database", up ? "up" : "down"));
        });
    }
}
