package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.Refusals;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends requests on to services. Belongs to one event loop, whose connections it keeps. */
public final class Forwarder {

    private final Upstreams upstreams;
    private final List<UpstreamPool> pools = new ArrayList<>();
    private final DeadlineClock clock;
    private final Map<String, HttpProxy> proxies = new HashMap<>();

    Forwarder(Vertx vertx, Upstreams upstreams, Refusals refusals, UpstreamMeters meters) {
        this.upstreams = upstreams;
        this.clock = new DeadlineClock(vertx);
        for (Upstream upstream : upstreams.all()) {
            UpstreamPool pool = new UpstreamPool(vertx, upstream.config(), upstreams.patience(upstream));
            pools.add(pool);
            HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), pool.client())
                    .addInterceptor(new Outcome(upstream, refusals, meters))
                    .addInterceptor(new Retries(upstream, pool))
                    .origin(context -> pool.connect(upstream, ForwardedRequest.of(context)));
            proxies.put(upstream.name(), proxy);
        }
    }

    /** Sends a request on and its answer back. */
    public void forward(Exchange exchange) {
        Upstream upstream = upstreams.of(exchange.route());
        Deadline deadline = Deadline.start(clock, exchange, upstream.config().totalTimeout());
        proxies.get(upstream.name()).handle(new ForwardedRequest(exchange, deadline));
    }

    /** Lets the connections go. */
    public void close() {
        pools.forEach(pool -> pool.client().close());
    }
}
