package com.bookedbarber.load.edge;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.httpproxy.HttpProxy;

/**
 * The library that the gateway passes requests on with, and nothing around it: how much of the gateway's distance to
 * nginx is the library's. It runs as a process of its own, from the gateway's files and with its options.
 */
final class LibraryProxy {

    private LibraryProxy() {}

    /** Listens on the first port and passes on to the second. */
    public static void main(String[] ports) {
        int originPort = Integer.parseInt(ports[1]);
        VertxServer.listen(
                Integer.parseInt(ports[0]),
                vertx -> HttpProxy.reverseProxy(vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1024)))
                        .origin(originPort, "127.0.0.1"));
    }
}
