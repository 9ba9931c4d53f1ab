package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.Refusals;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

import java.util.HashMap;
import java.util.Map;

/** Sends requests on to services. Belongs to one event loop, whose connections it keeps. */
public final class Forwarder {

    private final Upstreams upstreams;
    private final UpstreamPool pool;
    private final Map<String, HttpProxy> proxies = new HashMap<>();

    Forwarder(Vertx vertx, Upstreams upstreams, UpstreamConfig config, Refusals refusals, UpstreamMeters meters) {
        this.upstreams = upstreams;
        this.pool = new UpstreamPool(vertx, config);
        DeadlineClock clock = new DeadlineClock(vertx);
        for (Upstream upstream : upstreams.all()) {
            HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), pool.client())
                    .addInterceptor(new Outcome(clock, upstream, refusals, meters))
                    .addInterceptor(new ForwardedHeaders())
                    .addInterceptor(new Retries(upstream, pool))
                    .origin(context -> pool.connect(upstream).compose(Deadline.of(context)::guard));
            proxies.put(upstream.name(), proxy);
        }
    }

    /** Sends a request on and its answer back. */
    public void forward(Exchange exchange) {
        HttpServerRequest request = exchange.http1() ? exchange.request() : new ReadRequest(exchange.request());
        proxies.get(upstreams.of(exchange.route()).name()).handle(request);
    }

    /** Lets the connections go. */
    public void close() {
        pool.client().close();
    }
}
