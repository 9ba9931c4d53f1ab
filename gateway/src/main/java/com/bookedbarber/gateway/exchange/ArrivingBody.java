package com.bookedbarber.gateway.exchange;

import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/**
 * A large body on its way through: what was read of it first, then the rest as fast as the service takes it, up to the
 * route's limit.
 */
public final class ArrivingBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private Buffer first;
    private Handler<Buffer> handler;
    private Handler<Throwable> exceptionHandler;
    private long seen;
    private Refusal refusal;
    private Runnable atEnd = () -> {};
    private boolean ended;
    private boolean paused;
    private boolean heldBack;

    ArrivingBody(HttpServerRequest request, Buffer first, long limit) {
        this.request = request;
        this.first = first;
        this.limit = limit;
        this.seen = first.length();
    }

    /** Refuses a sender that brings less than so many bytes in a period in which it was never held back. */
    void hurry(Vertx vertx, long periodMillis, long least) {
        long before = seen;
        vertx.setTimer(periodMillis, timer -> {
            if (ended || refusal != null) {
                return;
            }
            if (seen - before < least && !heldBack) {
                refuse(Refusal.closing(ErrorCode.REQUEST_TIMEOUT, "The body arrives too slowly."));
                return;
            }
            heldBack = paused;
            hurry(vertx, periodMillis, least);
        });
    }

    /** What to do when all of it is here. */
    public void atEnd(Runnable action) {
        atEnd = action;
    }

    /** Why it was cut off, or null. */
    public Refusal refusal() {
        return refusal;
    }

    /** Cuts it off. */
    public void refuse(Refusal why) {
        if (refusal == null) {
            refusal = why;
            if (exceptionHandler != null) {
                exceptionHandler.handle(new IllegalStateException(why.detail()));
            }
        }
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> next) {
        handler = next;
        request.handler(next == null ? null : this::pass);
        return this;
    }

    private void pass(Buffer part) {
        seen += part.length();
        if (seen > limit) {
            refuse(Refusal.closing(ErrorCode.PAYLOAD_TOO_LARGE, "The body exceeds " + limit + " bytes."));
        } else if (refusal == null && handler != null) {
            handler.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused = true;
        heldBack = true;
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        paused = false;
        handFirst();
        if (!paused) {
            request.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        paused = false;
        handFirst();
        if (!paused) {
            request.fetch(amount);
        }
        return this;
    }

    private void handFirst() {
        if (first != null && handler != null) {
            Buffer part = first;
            first = null;
            handler.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> next) {
        request.endHandler(end -> {
            ended = true;
            atEnd.run();
            if (next != null) {
                next.handle(end);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> next) {
        exceptionHandler = next;
        request.exceptionHandler(
                next == null
                        ? null
                        : failure -> {
                            if (refusal == null) {
                                refusal = BodyReader.broken();
                            }
                            next.handle(failure);
                        });
        return this;
    }
}
