package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.identity.Identity;
import com.bookedbarber.gateway.identity.TokenVerifier;
import com.bookedbarber.gateway.limit.RateCaller;
import com.bookedbarber.gateway.limit.RateDecision;
import com.bookedbarber.gateway.limit.RateLimiter;
import com.bookedbarber.gateway.proxy.Upstream;
import com.bookedbarber.gateway.proxy.Upstreams;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.gateway.route.Access;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.shed.ConcurrencyLimit;
import com.bookedbarber.gateway.shed.SuiteLimit;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.util.List;

/**
 * Decides whether a request may go to its service: is there room, who calls, how often. The cheapest question comes
 * first, so that turning away costs little when there is much to turn away. Belongs to one event loop.
 */
final class Admission {

    private static final String BEARER = "Bearer ";
    private static final Refusal NO_ROOM = Refusal.of(
                    ErrorCode.UNAVAILABLE, "There is more work than can be done, try again shortly.")
            .with("Retry-After", "1");
    private static final Refusal BROKEN = Refusal.of(
                    ErrorCode.UNAVAILABLE, "This part is not available at the moment, try again shortly.")
            .with("Retry-After", "2");
    private static final Refusal ANONYMOUS = Refusal.of(ErrorCode.UNAUTHENTICATED, "This needs a bearer token.")
            .with("WWW-Authenticate", "Bearer realm=\"bookedbarber\"");
    private static final Refusal NOT_BEARER = Refusal.of(
                    ErrorCode.UNAUTHENTICATED, "Only bearer tokens are understood.")
            .with("WWW-Authenticate", "Bearer realm=\"bookedbarber\", error=\"invalid_request\"");

    private final Upstreams upstreams;
    private final SuiteLimit suite;
    private final TokenVerifier verifier;
    private final RateLimiter limiter;

    Admission(Upstreams upstreams, SuiteLimit suite, TokenVerifier verifier, RateLimiter limiter) {
        this.upstreams = upstreams;
        this.suite = suite;
        this.verifier = verifier;
        this.limiter = limiter;
    }

    /** Looks at capacity, identity, and those limits that can be told without the body. */
    Future<Void> judge(Exchange exchange) {
        Route route = exchange.route();
        if (!suite.concurrency().hasRoom(route.priority())
                || !upstreams.of(route).concurrency().hasRoom(route.priority())) {
            return Future.failedFuture(NO_ROOM.thrown());
        }
        if (limiter.needsAccount(route)) {
            return know(exchange);
        }
        // Who asks too often without a good token is told so, too.
        return limiter.needsIdentity(route)
                ? know(exchange).compose(known -> decide(exchange, null))
                : decide(exchange, null).compose(within -> know(exchange));
    }

    private Future<Void> know(Exchange exchange) {
        return identify(exchange).map(caller -> {
            exchange.identified(caller);
            return null;
        });
    }

    /** Looks at the limits that needed the body. */
    Future<Void> limit(Exchange exchange) {
        return limiter.needsAccount(exchange.route())
                ? decide(exchange, NamedAccount.in(exchange.body()))
                : Future.succeededFuture();
    }

    /** Takes a place with the service until the answer has been sent; a refusal if there is none. */
    Refusal enter(Exchange exchange) {
        Upstream upstream = upstreams.of(exchange.route());
        if (!enter(suite.concurrency(), exchange) || !enter(upstream.concurrency(), exchange)) {
            return NO_ROOM;
        }
        return upstream.breaker().admits() ? null : BROKEN;
    }

    private static boolean enter(ConcurrencyLimit limit, Exchange exchange) {
        if (!limit.enter(exchange.route().priority())) {
            return false;
        }
        exchange.atEnd(limit::leave);
        return true;
    }

    private Future<Identity> identify(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return exchange.route().access() == Access.PUBLIC
                    ? Future.succeededFuture(Identity.NONE)
                    : Future.failedFuture(ANONYMOUS.thrown());
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Future.failedFuture(NOT_BEARER.thrown());
        }
        return verifier.verify(authorization.substring(BEARER.length()).trim());
    }

    private Future<Void> decide(Exchange exchange, String account) {
        RateCaller caller = new RateCaller(
                exchange.origin().address(),
                exchange.identity().subject(),
                account,
                exchange.request().getHeader("X-Api-Key"));
        return limiter.decide(exchange.route(), caller).compose(decisions -> {
            exchange.limited(decisions);
            for (RateDecision decision : decisions) {
                if (!decision.allowed()) {
                    return Future.failedFuture(limited(decisions).thrown());
                }
            }
            return Future.succeededFuture();
        });
    }

    private static Refusal limited(List<RateDecision> decisions) {
        long millis =
                decisions.stream().mapToLong(RateDecision::retryMillis).max().orElse(0);
        long seconds = Math.max(1, (millis + 999) / 1000);
        return Refusal.of(ErrorCode.RATE_LIMITED, "That was too often. Try again in " + seconds + " s.")
                .with("Retry-After", Long.toString(seconds));
    }
}
