package com.bookedbarber.gateway.exchange;

import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import java.util.function.Consumer;

/**
 * Reads the first part of a body before a service hears of the request. Nearly all bodies are smaller than that part, so
 * a slow or broken sender costs a service nothing, and a whole body can be sent twice. What is larger flows through.
 */
public final class BodyReader {

    private final Vertx vertx;
    private final long deadlineMillis;

    /**
     * A reader for the event loop that calls.
     *
     * @param deadlineMillis how long a sender may take for the first part
     */
    public BodyReader(Vertx vertx, long deadlineMillis) {
        this.vertx = vertx;
        this.deadlineMillis = deadlineMillis;
    }

    /**
     * Holds a body back until {@link #read}; call it when the request arrives.
     *
     * @param broken what to do if it breaks off before it is read
     */
    public void hold(HttpServerRequest request, Consumer<Refusal> broken) {
        if (mayHaveBody(request)) {
            request.pause();
            request.exceptionHandler(failure -> broken.accept(broken()));
        }
    }

    /**
     * Reads.
     *
     * @return the body, or a failed future with a {@link Refusal.Thrown}
     */
    public Future<RequestBody> read(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        if (!mayHaveBody(request)) {
            return Future.succeededFuture(RequestBody.NONE);
        }
        long limit = exchange.route().bodyLimit();
        long declared = declaredLength(request);
        if (declared > limit) {
            return refused(ErrorCode.PAYLOAD_TOO_LARGE, "The body exceeds " + limit + " bytes.");
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
            exchange.continued();
        }
        return new Reading(request, declared, limit).start();
    }

    /** The refusal of a body that ended before its end, or is not what its framing promised. */
    static Refusal broken() {
        return Refusal.closing(ErrorCode.BAD_REQUEST, "The body is incomplete or wrongly framed.");
    }

    /** Whether a body may follow. */
    static boolean mayHaveBody(HttpServerRequest request) {
        if (request.streamId() >= 0) {
            return !request.isEnded();
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return true;
        }
        // Not read as a number: a request that is refused for what stands here ends as well.
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private static Future<RequestBody> refused(ErrorCode code, String detail) {
        return Future.failedFuture(Refusal.closing(code, detail).thrown());
    }

    private final class Reading {
        private final HttpServerRequest request;
        private final long declared;
        private final long limit;
        private final Promise<RequestBody> result = Promise.promise();
        private final Buffer content = Buffer.buffer();

        Reading(HttpServerRequest request, long declared, long limit) {
            this.request = request;
            this.declared = declared;
            this.limit = limit;
        }

        Future<RequestBody> start() {
            long timer = vertx.setTimer(
                    deadlineMillis,
                    id -> fail(Refusal.closing(
                            ErrorCode.REQUEST_TIMEOUT, "The body did not arrive within " + deadlineMillis + " ms.")));
            request.handler(this::part);
            request.endHandler(end -> result.tryComplete(RequestBody.of(content)));
            request.exceptionHandler(failure -> fail(broken()));
            request.resume();
            return result.future().onComplete(read -> vertx.cancelTimer(timer));
        }

        private void part(Buffer part) {
            content.appendBuffer(part);
            if (content.length() > limit) {
                fail(Refusal.closing(ErrorCode.PAYLOAD_TOO_LARGE, "The body exceeds " + limit + " bytes."));
            } else if (flowsThrough() && content.length() >= Route.READ_FIRST) {
                request.pause();
                ArrivingBody rest = new ArrivingBody(request, content, limit);
                rest.hurry(vertx, deadlineMillis, Route.READ_FIRST);
                result.tryComplete(new RequestBody(null, rest, declared));
            }
        }

        /** HTTP/2 needs no length, but what is sent on does: then the whole body is read first. */
        private boolean flowsThrough() {
            return declared != content.length() && (declared >= 0 || request.version() != HttpVersion.HTTP_2);
        }

        private void fail(Refusal refusal) {
            result.tryFail(refusal.thrown());
        }
    }
}
