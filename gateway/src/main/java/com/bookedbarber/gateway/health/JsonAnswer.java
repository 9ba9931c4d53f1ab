package com.bookedbarber.gateway.health;

import com.bookedbarber.gateway.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;

/** A short JSON document as an answer. */
final class JsonAnswer {

    private JsonAnswer() {}

    static Future<Void> send(Exchange exchange, int status, JsonObject document) {
        return exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(document.toBuffer());
    }
}
