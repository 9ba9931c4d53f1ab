package com.bookedbarber.gateway.loop;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** Brings what is shared by several event loops back to the one that asked. */
public final class ThisLoop {

    private ThisLoop() {}

    /**
     * The same future for the event loop that calls. Whoever joins work that another loop has begun would else be
     * answered on that one's thread, where nothing of an exchange may be touched.
     */
    public static <T> Future<T> here(Vertx vertx, Future<T> shared) {
        Promise<T> promise = ((ContextInternal) vertx.getOrCreateContext()).promise();
        shared.onComplete(promise);
        return promise.future();
    }
}
