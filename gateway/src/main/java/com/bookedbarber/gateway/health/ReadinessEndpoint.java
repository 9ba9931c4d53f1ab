package com.bookedbarber.gateway.health;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

import java.util.Set;

/** {@code GET /readiness}: whether the suite can serve, and which part of it cannot. */
@Singleton
final class ReadinessEndpoint implements OwnEndpoint {

    private final HealthProbe probe;

    ReadinessEndpoint(HealthProbe probe) {
        this.probe = probe;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/readiness");
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return probe.ask().compose(suite -> {
            JsonObject checks = new JsonObject()
                    .put("database", upOrDown(suite.databaseUp()))
                    .put("redis", suite.redis() ? "up" : "degraded");
            suite.services().forEach((name, service) -> checks.put(name, upOrDown(service.ready())));
            JsonObject document = new JsonObject().put("ready", suite.ready()).put("checks", checks);
            return JsonAnswer.send(exchange, suite.ready() ? 200 : 503, document);
        });
    }

    private static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }
}
