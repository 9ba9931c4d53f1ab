package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.BodyReader;
import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.header.AnswerHeaders;
import com.bookedbarber.gateway.header.Cors;
import com.bookedbarber.gateway.limit.RateLimiter;
import com.bookedbarber.gateway.log.AccessLog;
import com.bookedbarber.gateway.metrics.RequestMeters;
import com.bookedbarber.gateway.proxy.Forwarder;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.gateway.request.RequestCheck;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTable;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import java.util.Map;

/**
 * The way of every request, from top to bottom: checked, found, judged by capacity, identity and limits, and sent on.
 * Belongs to one event loop.
 */
final class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);

    /** Not a status of HTTP, but what nginx logs when a client has gone before its answer came. */
    private static final int CLIENT_GONE = 499;

    private static final String OWN_METHODS = "GET, HEAD, OPTIONS";

    private final RequestCheck check;
    private final RouteTable routes;
    private final Map<String, OwnEndpoint> own;
    private final AnswerHeaders answerHeaders;
    private final Cors cors;
    private final Refusals refusals;
    private final AccessLog log;
    private final RequestMeters meters;
    private final Admission admission;
    private final BodyReader bodies;
    private final RateLimiter limiter;
    private final Forwarder forwarder;

    Edge(SharedParts shared, Admission admission, BodyReader bodies, RateLimiter limiter, Forwarder forwarder) {
        this.check = shared.check();
        this.routes = shared.routes();
        this.own = shared.own();
        this.answerHeaders = shared.answerHeaders();
        this.cors = shared.cors();
        this.refusals = shared.refusals();
        this.log = shared.log();
        this.meters = shared.meters();
        this.admission = admission;
        this.bodies = bodies;
        this.limiter = limiter;
        this.forwarder = forwarder;
    }

    void start() {
        limiter.start();
    }

    void close() {
        limiter.close();
        forwarder.close();
    }

    /**
     * Handles a request that the decoder has understood.
     *
     * @param ended what to do when it is over
     */
    void handle(HttpServerRequest request, Runnable ended) {
        Exchange exchange = open(request);
        exchange.atEnd(ended);
        try {
            Refusal refusal = check.check(exchange);
            if (refusal != null) {
                refusals.answer(exchange, refusal);
                return;
            }
            bodies.hold(request, broken -> refusals.answer(exchange, broken));
            OwnEndpoint endpoint = own.get(exchange.path());
            if (endpoint != null) {
                answerSelf(endpoint, exchange);
            } else {
                find(exchange);
            }
        } catch (RuntimeException failure) {
            failed(exchange, failure);
        }
    }

    /** Answers a request that the decoder could not read. */
    void handleUnreadable(HttpServerRequest request) {
        Exchange exchange = open(request);
        exchange.addressed(null, null);
        refusals.answer(exchange, UnreadableRequest.refusal(request.decoderResult()));
    }

    private Exchange open(HttpServerRequest request) {
        Exchange exchange = Exchange.open(request);
        exchange.atEnd(() -> {
            boolean answered = exchange.response().headWritten();
            int status = answered ? exchange.response().getStatusCode() : CLIENT_GONE;
            meters.record(exchange, status);
            log.write(exchange, status);
        });
        answerHeaders.arrange(exchange);
        return exchange;
    }

    private void answerSelf(OwnEndpoint endpoint, Exchange exchange) {
        exchange.endpoint(exchange.path());
        HttpMethod method = exchange.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            endpoint.answer(exchange).onFailure(failure -> failed(exchange, failure));
        } else if (method.equals(HttpMethod.OPTIONS)) {
            answerOptions(exchange, OWN_METHODS);
        } else {
            refusals.answer(exchange, notAllowed(OWN_METHODS));
        }
    }

    private void find(Exchange exchange) {
        Map<HttpMethod, Route> methods = routes.find(exchange.path());
        if (methods.isEmpty()) {
            refusals.answer(exchange, Refusal.of(ErrorCode.NOT_FOUND, "There is nothing at this address."));
            return;
        }
        HttpMethod method = exchange.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            answerOptions(exchange, RouteTable.allow(methods));
            return;
        }
        Route route = methods.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        if (route == null) {
            refusals.answer(exchange, notAllowed(RouteTable.allow(methods)));
            return;
        }
        exchange.routed(route);
        admit(exchange);
    }

    /** What may be asked here: of anybody (RFC 9110, 9.3.7), and of pages of other origins. */
    private void answerOptions(Exchange exchange, String methods) {
        if (Cors.preflight(exchange.request())) {
            cors.allow(exchange.request(), methods);
        }
        exchange.response()
                .putHeader(HttpHeaders.ALLOW, methods)
                .setStatusCode(204)
                .end();
    }

    private void admit(Exchange exchange) {
        admission
                .judge(exchange)
                .compose(judged -> readBody(exchange))
                .compose(read -> admission.limit(exchange))
                .compose(admitted -> {
                    // Here, so that what it throws is answered, too: what a listener throws reaches nobody.
                    send(exchange);
                    return Future.<Void>succeededFuture();
                })
                .onFailure(failure -> failed(exchange, failure));
    }

    private Future<Void> readBody(Exchange exchange) {
        return bodies.read(exchange).onSuccess(exchange::carries).mapEmpty();
    }

    private void send(Exchange exchange) {
        if (exchange.response().ended() || exchange.response().closed()) {
            return;
        }
        Refusal refusal = admission.enter(exchange);
        if (refusal != null) {
            refusals.answer(exchange, refusal);
        } else {
            forwarder.forward(exchange);
        }
    }

    private void failed(Exchange exchange, Throwable failure) {
        if (failure instanceof Refusal.Thrown thrown) {
            refusals.answer(exchange, thrown.refusal());
            return;
        }
        LOG.errorf(failure, "Request %s failed", exchange.requestId());
        refusals.answer(exchange, Refusal.of(ErrorCode.INTERNAL_ERROR, "Something went wrong on our side."));
    }

    private static Refusal notAllowed(String allow) {
        return Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "This address answers " + allow + ".")
                .with("Allow", allow);
    }
}
