package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.BodyReader;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.header.AnswerHeaders;
import com.bookedbarber.gateway.header.Cors;
import com.bookedbarber.gateway.identity.TokenVerifiers;
import com.bookedbarber.gateway.limit.RateLimiter;
import com.bookedbarber.gateway.limit.RateLimiters;
import com.bookedbarber.gateway.log.AccessLog;
import com.bookedbarber.gateway.metrics.RequestMeters;
import com.bookedbarber.gateway.proxy.Forwarders;
import com.bookedbarber.gateway.proxy.Upstreams;
import com.bookedbarber.gateway.request.RequestCheck;
import com.bookedbarber.gateway.route.RouteTable;
import com.bookedbarber.gateway.shed.SuiteLimit;
import com.bookedbarber.gateway.wire.ListenerConfig;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the edge of each event loop. */
@Singleton
final class Edges {

    private final SharedParts shared;
    private final Upstreams upstreams;
    private final SuiteLimit suite;
    private final TokenVerifiers verifiers;
    private final RateLimiters limiters;
    private final Forwarders forwarders;
    private final ListenerConfig listener;

    Edges(
            RequestCheck check,
            RouteTable routes,
            @All List<OwnEndpoint> own,
            AnswerHeaders answerHeaders,
            Cors cors,
            Refusals refusals,
            AccessLog log,
            RequestMeters meters,
            Upstreams upstreams,
            SuiteLimit suite,
            TokenVerifiers verifiers,
            RateLimiters limiters,
            Forwarders forwarders,
            ListenerConfig listener) {
        this.shared = new SharedParts(check, routes, byPath(own), answerHeaders, cors, refusals, log, meters);
        this.upstreams = upstreams;
        this.suite = suite;
        this.verifiers = verifiers;
        this.limiters = limiters;
        this.forwarders = forwarders;
        this.listener = listener;
    }

    Edge create(Vertx vertx) {
        RateLimiter limiter = limiters.create(vertx);
        return new Edge(
                shared,
                new Admission(upstreams, suite, verifiers.create(), limiter),
                new BodyReader(vertx, listener.bodyDeadline().toMillis()),
                limiter,
                forwarders.create(vertx));
    }

    private static Map<String, OwnEndpoint> byPath(List<OwnEndpoint> endpoints) {
        Map<String, OwnEndpoint> byPath = new HashMap<>();
        endpoints.forEach(endpoint -> endpoint.paths().forEach(path -> byPath.put(path, endpoint)));
        return byPath;
    }
}
