package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.refusal.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.httpproxy.ProxyContext;

/**
 * A client's request as the proxy sees it, with what belongs to it here. Its body has been read as far as it is read
 * before a service hears of it, and the rest flows through {@link Exchange#body()}: what the proxy does to the body of
 * every request is left undone, because over HTTP/2 it cannot be done to one that has ended, and over HTTP/1 it costs
 * a queue for a body that most requests do not have. For the same reason the proxy sees no headers but those that frame
 * the body: it would copy all of them twice. {@link ForwardedHeaders} writes the others into what reaches the service.
 */
final class ForwardedRequest extends HttpServerRequestWrapper {

    private final Exchange exchange;
    private final Deadline deadline;
    private final MultiMap framing = MultiMap.caseInsensitiveMultiMap();
    private Refusal refusal;

    ForwardedRequest(Exchange exchange, Deadline deadline) {
        super((HttpServerRequestInternal) exchange.request());
        this.exchange = exchange;
        this.deadline = deadline;
        frame(HttpHeaders.CONTENT_LENGTH);
        frame(HttpHeaders.TRANSFER_ENCODING);
    }

    private void frame(CharSequence name) {
        String value = exchange.request().getHeader(name);
        if (value != null) {
            framing.add(name, value);
        }
    }

    /** The one that is being forwarded. */
    static ForwardedRequest of(ProxyContext context) {
        return (ForwardedRequest) context.request().proxiedRequest();
    }

    Exchange exchange() {
        return exchange;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Notes that there will be no answer of the service, and what to say instead. */
    void refuse(Refusal instead) {
        this.refusal = instead;
    }

    /** What to say instead of the service; null while it may answer. */
    Refusal refusal() {
        return refusal;
    }

    /** The path as it was normalised, and the query. */
    @Override
    public String uri() {
        return exchange.uri();
    }

    @Override
    public MultiMap headers() {
        return framing;
    }

    /** Nobody asks for it here, and to make one the address would be parsed again. */
    @Override
    public String absoluteURI() {
        return null;
    }

    @Override
    public HttpServerRequest pause() {
        return this;
    }

    @Override
    public HttpServerRequest resume() {
        return this;
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return this;
    }
}
