package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

import java.util.Map;

/**
 * The outermost layer around a service: tells breaker and limit how it went, hands its answer to the client, and answers
 * with a problem document when there is none.
 */
final class Outcome implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Outcome.class);

    private final Upstream upstream;
    private final Refusals refusals;
    private final UpstreamMeters meters;
    private final AnsweredHeaders headers;

    Outcome(Upstream upstream, Refusals refusals, UpstreamMeters meters) {
        this.upstream = upstream;
        this.refusals = refusals;
        this.meters = meters;
        this.headers = new AnsweredHeaders(upstream.ownAddresses());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ForwardedRequest request = ForwardedRequest.of(context);
        context.request().setBody(request.exchange().body().toSend());
        long sentAt = System.nanoTime();
        return context.sendRequest().transform(outcome -> {
            long tookNanos = System.nanoTime() - sentAt;
            if (outcome.succeeded() && isReadable(outcome.result().headers())) {
                answered(request, outcome.result().getStatusCode(), tookNanos);
                return Future.succeededFuture(outcome.result());
            }
            request.refuse(failed(request, outcome.cause(), tookNanos));
            return Future.succeededFuture(context.request().release().response());
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ForwardedRequest request = ForwardedRequest.of(context);
        if (request.refusal() != null) {
            refusals.answer(request.exchange(), request.refusal());
            return Future.succeededFuture();
        }
        return Answer.send(context.response(), request.exchange(), headers).otherwise(failure -> {
            // What has begun is broken off, so that nobody takes it for whole; else there is still time for an answer.
            if (!request.exchange().response().headWritten()) {
                request.exchange().response().setChunked(false).headers().clear();
            }
            refusals.answer(request.exchange(), noAnswer(request, false));
            return null;
        });
    }

    /** Whether the end of the answer can be told: there is no transfer coding but {@code chunked}. */
    private static boolean isReadable(MultiMap headers) {
        String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    private void answered(ForwardedRequest request, int status, long tookNanos) {
        request.deadline().headArrived();
        upstream.breaker().succeeded();
        upstream.concurrency().answered(tookNanos, request.exchange().route().timeout());
        meters.answered(upstream, status, tookNanos);
    }

    private Refusal failed(ForwardedRequest request, Throwable failure, long tookNanos) {
        Exchange exchange = request.exchange();
        if (!exchange.body().whole() && exchange.body().arriving().refusal() != null) {
            return exchange.body().arriving().refusal();
        }
        if (exchange.response().closed()) {
            return Refusal.closing(ErrorCode.BAD_REQUEST, "The client has gone.");
        }
        upstream.breaker().failed();
        LOG.debugf(failure, "%s failed after %d ms", upstream.name(), tookNanos / 1_000_000);
        boolean late = request.deadline().passed()
                || failure instanceof UpstreamPool.NotReachable unreachable && unreachable.tookTooLong();
        if (late) {
            upstream.concurrency().answered(tookNanos, exchange.route().timeout());
            meters.failed(upstream, UpstreamMeters.Failure.TOO_LATE);
        } else if (failure instanceof UpstreamPool.NotReachable) {
            meters.failed(upstream, UpstreamMeters.Failure.NOT_REACHABLE);
        } else {
            meters.failed(upstream, UpstreamMeters.Failure.CUT_OFF);
        }
        return noAnswer(request, late);
    }

    private static Refusal noAnswer(ForwardedRequest request, boolean late) {
        boolean close = !request.exchange().body().whole();
        return late || request.deadline().passed()
                ? new Refusal(ErrorCode.GATEWAY_TIMEOUT, "The service did not answer in time.", Map.of(), close)
                : new Refusal(ErrorCode.BAD_GATEWAY, "The service could not be reached, try again.", Map.of(), close);
    }
}
