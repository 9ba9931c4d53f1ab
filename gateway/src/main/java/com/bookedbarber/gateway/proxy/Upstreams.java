package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTable;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The services behind the gateway by name. */
@Singleton
public final class Upstreams {

    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private final RouteTable routes;

    Upstreams(UpstreamConfig config, RouteTable routes, MeterRegistry registry) {
        this.routes = routes;
        new TreeMap<>(config.services()).forEach((name, service) -> upstreams.put(name, new Upstream(name, service)));
        for (Route route : routes.routes()) {
            if (!upstreams.containsKey(route.upstream())) {
                throw new IllegalArgumentException(
                        "Route " + route.name() + " leads to an unknown service '" + route.upstream() + "'.");
            }
        }
        upstreams.values().forEach(upstream -> meter(upstream, registry));
    }

    /** The service that answers a route. */
    public Upstream of(Route route) {
        return upstreams.get(route.upstream());
    }

    /** The service with that name, or null. */
    public Upstream named(String name) {
        return upstreams.get(name);
    }

    /** The longest that any route waits for a service to begin its answer. */
    Duration patience(Upstream upstream) {
        return routes.routes().stream()
                .filter(route -> route.upstream().equals(upstream.name()))
                .map(Route::timeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** All of them. */
    public Collection<Upstream> all() {
        return upstreams.values();
    }

    private static void meter(Upstream upstream, MeterRegistry registry) {
        String tag = "upstream";
        Gauge.builder(
                        "gateway.upstream.inflight",
                        upstream,
                        u -> u.concurrency().inFlight())
                .description("Requests that are with the service now")
                .tag(tag, upstream.name())
                .register(registry);
        Gauge.builder(
                        "gateway.upstream.concurrency.limit",
                        upstream,
                        u -> u.concurrency().limit())
                .description("Requests that may be with the service at a time")
                .tag(tag, upstream.name())
                .register(registry);
        Gauge.builder(
                        "gateway.upstream.breaker.open",
                        upstream,
                        u -> u.breaker().open() ? 1 : 0)
                .description("1 while the service is not called because it fails")
                .tag(tag, upstream.name())
                .register(registry);
        FunctionCounter.builder(
                        "gateway.upstream.breaker.opened",
                        upstream,
                        u -> u.breaker().opened())
                .description("Times that calls to the service were stopped because it fails")
                .tag(tag, upstream.name())
                .register(registry);
        FunctionCounter.builder(
                        "gateway.upstream.breaker.refused",
                        upstream,
                        u -> u.breaker().refused())
                .description("Requests turned away because the service fails")
                .tag(tag, upstream.name())
                .register(registry);
        FunctionCounter.builder(
                        "gateway.upstream.retries", upstream, u -> u.retries().spent())
                .description("Second attempts")
                .tag(tag, upstream.name())
                .register(registry);
        FunctionCounter.builder("gateway.shed", upstream, u -> u.concurrency().refused())
                .description("Requests turned away for lack of capacity")
                .tag(tag, upstream.name())
                .register(registry);
    }
}
