package com.bookedbarber.load.edge;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.httpproxy.HttpProxy;

/**
 * The library that the gateway passes requests on with, and nothing around it: how much of the gateway's distance to
 * nginx is the library's. It runs as a process of its own, from the gateway's files and with its options.
 */
final class LibraryProxy {

    private LibraryProxy() {}

    /** Listens on the first port and passes on to the second, with an event loop for each core. */
    public static void main(String[] ports) {
        int port = Integer.parseInt(ports[0]);
        int originPort = Integer.parseInt(ports[1]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new Loop(port, originPort), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    System.err.println("It could not listen: " + failure);
                    System.exit(1);
                });
    }

    private static final class Loop extends AbstractVerticle {

        private final int port;
        private final int originPort;

        Loop(int port, int originPort) {
            this.port = port;
            this.originPort = originPort;
        }

        @Override
        public void start(Promise<Void> started) {
            var client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1024));
            var proxy = HttpProxy.reverseProxy(client).origin(originPort, "127.0.0.1");
            vertx.createHttpServer()
                    .requestHandler(proxy)
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
