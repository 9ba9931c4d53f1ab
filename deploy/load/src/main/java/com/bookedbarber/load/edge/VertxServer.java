package com.bookedbarber.load.edge;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

import java.util.function.Function;

/** A process that serves HTTP with Vert.x alone, on an event loop for each core. */
final class VertxServer {

    private VertxServer() {}

    /** Listens on loopback, or ends the process with a sentence about why it cannot. */
    static void listen(int port, Function<Vertx, Handler<HttpServerRequest>> handler) {
        var loops = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        Vertx.vertx().deployVerticle(() -> new Loop(port, handler), loops).onFailure(failure -> {
            System.err.println("It could not listen: " + failure);
            System.exit(1);
        });
    }

    private static final class Loop extends AbstractVerticle {

        private final int port;
        private final Function<Vertx, Handler<HttpServerRequest>> handler;

        Loop(int port, Function<Vertx, Handler<HttpServerRequest>> handler) {
            this.port = port;
            this.handler = handler;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(handler.apply(vertx))
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
