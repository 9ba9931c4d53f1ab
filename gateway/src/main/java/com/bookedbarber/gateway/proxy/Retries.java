package com.bookedbarber.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

import java.util.Set;

/**
 * Sends a request a second time when the connection broke before an answer came, as it does when a service is restarted:
 * only a request that may be repeated, whose body is still here, and only within the service's budget.
 */
final class Retries implements ProxyInterceptor {

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private final Upstream upstream;
    private final UpstreamPool pool;

    Retries(Upstream upstream, UpstreamPool pool) {
        this.upstream = upstream;
        this.pool = pool;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        upstream.retries().earned();
        return context.sendRequest().recover(failure -> {
            if (!mayBeRepeated(context, failure) || !upstream.retries().spend()) {
                return Future.failedFuture(failure);
            }
            return pool.connect(upstream, ForwardedRequest.of(context)).compose(context.request()::send);
        });
    }

    private static boolean mayBeRepeated(ProxyContext context, Throwable failure) {
        ForwardedRequest request = ForwardedRequest.of(context);
        return !(failure instanceof UpstreamPool.NotReachable)
                && !request.deadline().passed()
                && !request.response().closed()
                && request.exchange().body().whole()
                && (IDEMPOTENT.contains(request.method())
                        || request.exchange().request().getHeader("Idempotency-Key") != null);
    }
}
