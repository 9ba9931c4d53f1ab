package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.shed.CircuitBreaker;
import com.bookedbarber.gateway.shed.ConcurrencyLimit;
import com.bookedbarber.gateway.shed.RetryBudget;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A service behind the gateway, and how it is doing. Shared by all event loops. */
public final class Upstream {

    private final String name;
    private final UpstreamConfig.Service config;
    private final List<Instance> instances;
    private final AtomicInteger turn = new AtomicInteger();
    private final CircuitBreaker breaker;
    private final ConcurrencyLimit concurrency;
    private final RetryBudget retries = new RetryBudget();

    Upstream(String name, UpstreamConfig.Service config) {
        this.name = name;
        this.config = config;
        this.instances = config.url().stream().map(Instance::of).toList();
        this.breaker = new CircuitBreaker(System::nanoTime);
        this.concurrency = new ConcurrencyLimit(config.concurrency(), System::nanoTime);
    }

    /** The name that routes use. */
    public String name() {
        return name;
    }

    /** Its settings. */
    public UpstreamConfig.Service config() {
        return config;
    }

    /** What stops calling it while it fails. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    /** What bounds how much it is given at a time. */
    public ConcurrencyLimit concurrency() {
        return concurrency;
    }

    /** What bounds second attempts. */
    public RetryBudget retries() {
        return retries;
    }

    /** What its instances call themselves. */
    List<String> ownAddresses() {
        return config.url().stream()
                .map(url -> url.getScheme() + "://" + url.getAuthority())
                .toList();
    }

    /** Its instances in the order in which they should be tried: in turn, those that rest last. */
    List<Instance> inTurn() {
        if (instances.size() == 1) {
            return instances;
        }
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        List<Instance> rotated = IntStream.range(0, instances.size())
                .mapToObj(i -> instances.get((first + i) % instances.size()))
                .toList();
        return rotated.stream()
                .sorted((a, b) -> Boolean.compare(a.resting(), b.resting()))
                .toList();
    }

    /** One process of the service. */
    static final class Instance {
        private static final long REST_NANOS = 1_000_000_000L;

        private final RequestOptions address;
        private volatile long restsUntil = System.nanoTime();

        private Instance(String host, int port) {
            this.address = new RequestOptions()
                    .setHost(host)
                    .setPort(port)
                    .setMethod(HttpMethod.GET)
                    .setURI("/");
        }

        static Instance of(URI url) {
            if (!"http".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("A service's address has to look like http://host:port, not " + url);
            }
            return new Instance(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
        }

        /** Where it is; method and path are the request's, and set on it. */
        RequestOptions address() {
            return address;
        }

        /** Could not be reached: the others come first for a second. */
        void rest() {
            restsUntil = System.nanoTime() + REST_NANOS;
        }

        boolean resting() {
            return System.nanoTime() - restsUntil < 0;
        }
    }
}
