package com.bookedbarber.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose body may have been read to its end. Over HTTP/2 such a request cannot be paused or resumed any more;
 * the proxy does so with every request.
 */
final class ReadRequest extends HttpServerRequestWrapper {

    ReadRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
    }

    @Override
    public HttpServerRequest pause() {
        return isEnded() ? this : super.pause();
    }

    @Override
    public HttpServerRequest resume() {
        return isEnded() ? this : super.resume();
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return isEnded() ? this : super.fetch(amount);
    }
}
