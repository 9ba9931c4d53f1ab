package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Sends a service's answer to the client: a small one in one piece, which is one write instead of two, a large one as
 * fast as the client takes it.
 */
final class Answer {

    /** Up to here an answer is sent in one piece, so much memory at most is held for a client that waits for it. */
    private static final int ONE_PIECE = 64 * 1024;

    private final HttpServerResponse response;
    private final Promise<Void> sent = Promise.promise();
    private Buffer piece;

    private Answer(HttpServerResponse response) {
        this.response = response;
    }

    /** Sends it; the future fails if it broke off. */
    static Future<Void> send(ProxyResponse answer, Exchange exchange, AnsweredHeaders headers) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            answer.release();
            return Future.succeededFuture();
        }
        response.setStatusCode(answer.getStatusCode());
        headers.pass(answer.headers(), response.headers());
        return new Answer(response).send(answer.getBody(), exchange);
    }

    private Future<Void> send(Body body, Exchange exchange) {
        if (body == null) {
            return response.end();
        }
        MultiMap headers = response.headers();
        long length = body.length();
        if (length >= 0) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
        boolean head = exchange.request().method().equals(HttpMethod.HEAD);
        // A client of HTTP/1.0 knows no chunks, so what has no length is collected for it.
        boolean oldClient = exchange.request().version() == HttpVersion.HTTP_1_0;
        if (head || length >= 0 && length <= ONE_PIECE || length < 0 && oldClient) {
            collect(body.stream());
        } else {
            response.setChunked(length < 0 && exchange.http1());
            stream(body.stream());
        }
        return sent.future();
    }

    private void collect(ReadStream<Buffer> stream) {
        stream.exceptionHandler(this::brokenOff);
        stream.handler(part -> piece = piece == null ? part : piece.appendBuffer(part));
        stream.endHandler(end -> whole());
        stream.resume();
    }

    private void whole() {
        if (response.ended() || response.closed()) {
            sent.tryComplete();
        } else {
            (piece == null ? response.end() : response.end(piece)).onComplete(sent);
        }
    }

    private void stream(ReadStream<Buffer> stream) {
        stream.pipe().endOnFailure(false).to(response).onComplete(sent);
    }

    private void brokenOff(Throwable failure) {
        sent.tryFail(failure);
    }
}
