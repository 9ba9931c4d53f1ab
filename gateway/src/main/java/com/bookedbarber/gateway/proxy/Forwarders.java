package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Refusals;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Makes the forwarder of each event loop. */
@Singleton
public final class Forwarders {

    private final Upstreams upstreams;
    private final Refusals refusals;
    private final UpstreamMeters meters;

    Forwarders(Upstreams upstreams, Refusals refusals, UpstreamMeters meters) {
        this.upstreams = upstreams;
        this.refusals = refusals;
        this.meters = meters;
    }

    /** A forwarder for the event loop that calls. */
    public Forwarder create(Vertx vertx) {
        return new Forwarder(vertx, upstreams, refusals, meters);
    }
}
