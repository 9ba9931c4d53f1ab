package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.wire.ConnectionGuard;
import com.bookedbarber.gateway.wire.ListenerConfig;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** One event loop of the public port with everything that belongs to it. */
final class FrontVerticle extends AbstractVerticle {

    private static final int DRAIN_CHECK_MILLIS = 20;
    private static final int QUIET_CHECKS = 15;

    private final Edges edges;
    private final ListenerConfig config;
    private final ConnectionGuard connections;
    private Edge edge;
    private HttpServer server;
    private int running;
    private volatile boolean draining;

    FrontVerticle(Edges edges, ListenerConfig config, ConnectionGuard connections) {
        this.edges = edges;
        this.config = config;
        this.connections = connections;
    }

    @Override
    public void start(Promise<Void> started) {
        edge = edges.create(vertx);
        edge.start();
        server = vertx.createHttpServer(options())
                .connectionHandler(connections::accept)
                .requestHandler(this::handle)
                .invalidRequestHandler(edge::handleUnreadable);
        server.listen(config.port(), config.host()).<Void>mapEmpty().onComplete(started);
    }

    @Override
    public void stop() {
        edge.close();
    }

    int port() {
        return server.actualPort();
    }

    /** From now on every answer is the last of its connection. May be called from anywhere. */
    void announceEnd() {
        draining = true;
    }

    /**
     * Lets running requests finish; completes when there have been none for a moment, in which clients hear that their
     * connection ends. May be called from anywhere.
     */
    Future<Void> drain() {
        announceEnd();
        Promise<Void> drained = Promise.promise();
        context.runOnContext(run -> checkQuiet(drained, 0));
        return drained.future();
    }

    private void checkQuiet(Promise<Void> drained, int quietChecks) {
        if (quietChecks == QUIET_CHECKS) {
            drained.complete();
        } else {
            vertx.setTimer(DRAIN_CHECK_MILLIS, timer -> checkQuiet(drained, running == 0 ? quietChecks + 1 : 0));
        }
    }

    private void handle(HttpServerRequest request) {
        if (Exchange.isTooLate(request)) {
            return;
        }
        running++;
        if (draining && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        edge.handle(request, () -> running--);
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setMaxInitialLineLength(config.requestLine())
                .setMaxHeaderSize(config.headers())
                .setHandle100ContinueAutomatically(false)
                .setHttp2ClearTextEnabled(false)
                .setDecompressionSupported(false)
                .setCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4096)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()));
        if (config.tlsCertificate().isPresent() != config.tlsKey().isPresent()) {
            throw new IllegalArgumentException(
                    "TLS needs both a certificate and a key (BB_GATEWAY_LISTENER_TLS_CERTIFICATE "
                            + "and BB_GATEWAY_LISTENER_TLS_KEY); there is only one of them.");
        }
        if (config.tlsCertificate().isPresent()) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(config.tlsCertificate().get())
                            .setKeyPath(config.tlsKey().get()));
        }
        return options;
    }
}
