package com.bookedbarber.load.edge;

import io.vertx.core.buffer.Buffer;

/**
 * What the suite's services are without all they do: the same HTTP server, with an answer that is ready. It runs as a
 * process of its own, from the gateway's files and with its options.
 */
final class InstantService {

    private InstantService() {}

    /** Listens on the port that comes first, and answers everything with the JSON that comes second. */
    public static void main(String[] arguments) {
        var answer = Buffer.buffer(arguments[1]);
        VertxServer.listen(
                Integer.parseInt(arguments[0]),
                vertx -> request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(answer));
    }
}
