package com.bookedbarber.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** The kept connections of one event loop to all services. */
public final class UpstreamPool {

    private static final int KEPT_SECONDS = 60;
    private static final int HEADER_BYTES = 32 * 1024;

    private final HttpClient client;

    /** Connections for the event loop that calls. */
    public UpstreamPool(Vertx vertx, UpstreamConfig config) {
        int most = config.services().values().stream()
                .mapToInt(UpstreamConfig.Service::concurrency)
                .max()
                .orElse(16);
        long connect = config.services().values().stream()
                .mapToLong(service -> service.connectTimeout().toMillis())
                .max()
                .orElse(1000);
        long idle = config.services().values().stream()
                .mapToLong(service -> service.idleTimeout().toMillis())
                .max()
                .orElse(30_000);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(most)
                .setMaxWaitQueueSize(most)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setConnectTimeout((int) connect)
                .setReadIdleTimeout(Math.toIntExact(Math.max(idle, KEPT_SECONDS * 1000L)))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false));
    }

    /** The client. */
    public HttpClient client() {
        return client;
    }

    /**
     * A request on a connection to one of the service's instances. Whichever cannot be reached is passed over: nothing
     * was sent to it, so trying the next is no second attempt.
     */
    Future<HttpClientRequest> connect(Upstream upstream) {
        return connect(upstream.inTurn().iterator());
    }

    private Future<HttpClientRequest> connect(Iterator<Upstream.Instance> instances) {
        Upstream.Instance instance = instances.next();
        return client.request(new RequestOptions()
                        .setHost(instance.host())
                        .setPort(instance.port())
                        .setMethod(HttpMethod.GET)
                        .setURI("/"))
                .recover(failure -> {
                    instance.rest();
                    return instances.hasNext() ? connect(instances) : Future.failedFuture(new NotReachable(failure));
                });
    }

    /** No instance of a service could be reached. */
    static final class NotReachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReachable(Throwable cause) {
            super("not reachable: " + cause.getMessage(), cause, false, false);
        }
    }
}
