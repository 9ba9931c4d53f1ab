package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

import java.util.Map;

/**
 * The outermost layer around a service: sets the deadline, tells breaker and limit how it went, and turns a failure into
 * a problem document.
 */
final class Outcome implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Outcome.class);
    private static final String REFUSED = Outcome.class.getName();

    private final DeadlineClock clock;
    private final Upstream upstream;
    private final Refusals refusals;
    private final UpstreamMeters meters;

    Outcome(DeadlineClock clock, Upstream upstream, Refusals refusals, UpstreamMeters meters) {
        this.clock = clock;
        this.upstream = upstream;
        this.refusals = refusals;
        this.meters = meters;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Exchange exchange = Exchange.of(context.request().proxiedRequest());
        context.request().setBody(exchange.body().toSend());
        Deadline deadline =
                Deadline.start(clock, context, exchange, upstream.config().totalTimeout());
        long sentAt = System.nanoTime();
        return context.sendRequest()
                .map(response -> {
                    deadline.headArrived();
                    answered(exchange, System.nanoTime() - sentAt, response.getStatusCode());
                    return response;
                })
                .recover(failure ->
                        Future.succeededFuture(instead(context, exchange, failure, System.nanoTime() - sentAt)));
    }

    private void answered(Exchange exchange, long tookNanos, int status) {
        upstream.breaker().succeeded();
        upstream.concurrency().answered(tookNanos, exchange.route().timeout());
        meters.answered(upstream, status, tookNanos);
    }

    private ProxyResponse instead(ProxyContext context, Exchange exchange, Throwable failure, long tookNanos) {
        Refusal refusal = refusal(context, exchange, failure, tookNanos);
        context.set(REFUSED, refusal);
        return context.request()
                .release()
                .response()
                .setStatusCode(refusal.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(refusals.document(exchange, refusal)));
    }

    private Refusal refusal(ProxyContext context, Exchange exchange, Throwable failure, long tookNanos) {
        if (!exchange.body().whole() && exchange.body().arriving().refusal() != null) {
            return exchange.body().arriving().refusal();
        }
        if (exchange.response().closed()) {
            return Refusal.closing(ErrorCode.BAD_REQUEST, "The client has gone.");
        }
        upstream.breaker().failed();
        LOG.debugf(failure, "%s failed after %d ms", upstream.name(), tookNanos / 1_000_000);
        boolean close = !exchange.body().whole();
        if (Deadline.of(context).passed()) {
            upstream.concurrency().answered(tookNanos, exchange.route().timeout());
            meters.failed(upstream, UpstreamMeters.Failure.TOO_LATE);
            return new Refusal(ErrorCode.GATEWAY_TIMEOUT, "The service did not answer in time.", Map.of(), close);
        }
        meters.failed(
                upstream,
                failure instanceof UpstreamPool.NotReachable
                        ? UpstreamMeters.Failure.NOT_REACHABLE
                        : UpstreamMeters.Failure.CUT_OFF);
        return new Refusal(ErrorCode.BAD_GATEWAY, "The service could not be reached, try again.", Map.of(), close);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Refusal refusal = context.get(REFUSED, Refusal.class);
        if (refusal == null
                || !refusal.close()
                || !Exchange.of(context.request().proxiedRequest()).http1()) {
            return context.sendResponse();
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return context.sendResponse()
                .onComplete(
                        sent -> context.request().proxiedRequest().connection().close());
    }
}
