package com.bookedbarber.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** The kept connections of one event loop to one service. */
final class UpstreamPool {

    private static final int KEPT_SECONDS = 60;
    private static final int HEADER_BYTES = 32 * 1024;

    private final HttpClient client;
    private final ForwardedHeaders headers = new ForwardedHeaders();

    /**
     * Connections for the event loop that calls.
     *
     * @param patience the longest that any route waits for the service to begin an answer
     */
    UpstreamPool(Vertx vertx, UpstreamConfig.Service config, Duration patience) {
        long idleMillis = Math.max(
                config.idleTimeout().toMillis(), patience.plusSeconds(1).toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.concurrency())
                .setMaxWaitQueueSize(config.concurrency())
                .setKeepAlive(true)
                .setKeepAliveTimeout(Math.toIntExact(Math.min(KEPT_SECONDS, idleMillis / 1000)))
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setReadIdleTimeout(Math.toIntExact(idleMillis))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false));
    }

    /** The client. */
    HttpClient client() {
        return client;
    }

    /**
     * A request, with its headers, on a connection to one of the service's instances. Whichever cannot be reached is
     * passed over: nothing was sent to it, so trying the next is no second attempt.
     */
    Future<HttpClientRequest> connect(Upstream upstream, ForwardedRequest forwarded) {
        return connect(upstream.inTurn().iterator(), forwarded);
    }

    private Future<HttpClientRequest> connect(Iterator<Upstream.Instance> instances, ForwardedRequest forwarded) {
        Upstream.Instance instance = instances.next();
        return client.request(instance.address()).transform(connected -> {
            if (connected.succeeded()) {
                headers.pass(forwarded.exchange(), connected.result().headers());
                return forwarded.deadline().guard(connected.result());
            }
            instance.rest();
            return instances.hasNext()
                    ? connect(instances, forwarded)
                    : Future.failedFuture(new NotReachable(connected.cause()));
        });
    }

    /** No instance of a service could be reached. */
    static final class NotReachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReachable(Throwable cause) {
            super("not reachable: " + cause.getMessage(), cause, false, false);
        }

        /** Whether it said nothing at all, instead of refusing. */
        boolean tookTooLong() {
            return getCause() instanceof ConnectTimeoutException;
        }
    }
}
