package com.bookedbarber.gateway.exchange;

import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/** Turns refusals into problem documents. */
@Singleton
public final class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with a refusal, unless an answer has begun: then the connection is all that can be ended. */
    public void answer(Exchange exchange, Refusal refusal) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(refusal.code().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        refusal.headers().forEach(response::putHeader);
        if (refusal.close() || exchange.waitsForContinue()) {
            exchange.endsConnection();
        }
        response.end(document(exchange, refusal));
    }

    /** The document alone. */
    public Buffer document(Exchange exchange, Refusal refusal) {
        return document(refusal, exchange.path(), exchange.requestId());
    }

    /** The document of a request that never became an exchange. */
    public Buffer document(Refusal refusal, String path, String requestId) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problem.of(refusal.code(), refusal.detail(), path, requestId)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is plain text and always serialises", e);
        }
    }
}
