package com.bookedbarber.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpConnection;
import jakarta.inject.Singleton;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, altogether and by address, and closes those that are too many before they have sent a byte. */
@Singleton
final class Connections {

    private final ListenerConfig config;
    private final Map<String, AtomicInteger> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final Counter refused;

    Connections(ListenerConfig config, MeterRegistry registry) {
        this.config = config;
        Gauge.builder("gateway.connections", all, AtomicInteger::get)
                .description("Open connections")
                .register(registry);
        this.refused = Counter.builder("gateway.connections.refused")
                .description("Connections closed because there were too many")
                .register(registry);
    }

    void accept(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int fromAddress = byAddress
                .compute(address, (key, count) -> {
                    AtomicInteger counted = count == null ? new AtomicInteger() : count;
                    counted.incrementAndGet();
                    return counted;
                })
                .get();
        int altogether = all.incrementAndGet();
        connection.closeHandler(closed -> gone(address));
        if (fromAddress > config.connectionsPerAddress() || altogether > config.connections()) {
            refused.increment();
            connection.close();
        }
    }

    private void gone(String address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (key, count) -> count.decrementAndGet() == 0 ? null : count);
    }
}
