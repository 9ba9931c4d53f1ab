package com.bookedbarber.gateway.exchange;

import com.bookedbarber.gateway.identity.Identity;
import com.bookedbarber.gateway.limit.RateDecision;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.platform.request.RequestId;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.impl.ConnectionBase;

import java.util.List;

/**
 * One request and its answer on their way through the gateway, with what has been found out about them so far.
 *
 * <p>An exchange belongs to the event loop of its connection; nothing in it is safe to touch from elsewhere.
 */
public final class Exchange {

    /** The endpoint of a path that does not exist. */
    public static final String UNMATCHED = "unmatched";

    private static final long NO_ERROR = 0;
    private static final AttributeKey<Boolean> ENDING = AttributeKey.valueOf("bookedbarber.ending");

    private final HttpServerRequest request;
    private final String requestId;
    private final long startedAt = System.nanoTime();
    private Origin origin;
    private String path;
    private String query;
    private Route route;
    private String endpoint = UNMATCHED;
    private Identity identity = Identity.NONE;
    private List<RateDecision> rateDecisions = List.of();
    private RequestBody body = RequestBody.NONE;
    private Runnable atEnd = () -> {};
    private boolean over;
    private boolean lastOfConnection;
    private boolean continued;

    private Exchange(HttpServerRequest request) {
        this.request = request;
        this.requestId = RequestId.acceptOrCreate(request.getHeader(RequestId.HEADER));
    }

    /** Opens the exchange of a request that has just arrived. */
    public static Exchange open(HttpServerRequest request) {
        Exchange exchange = new Exchange(request);
        request.response().endHandler(exchange::end);
        // An answer that meets a connection closed in the same moment has no end, only this.
        request.response().closeHandler(exchange::end);
        return exchange;
    }

    private void end(Void event) {
        if (!over) {
            over = true;
            atEnd.run();
            if ((lastOfConnection || BodyReader.mayHaveBody(request))
                    && !response().closed()) {
                // Not here: the answer has to be written before what follows on its connection is looked at.
                ((HttpServerRequestInternal) request).context().runOnContext(this::leave);
            }
        }
    }

    private void leave(Void event) {
        if (http1()) {
            Leftover.discard(request, lastOfConnection);
        } else if (lastOfConnection && !request.isEnded()) {
            // RFC 9113, 8.1: the rest of the body is not wanted, and the other streams go on.
            response().reset(NO_ERROR);
        }
    }

    /** Says that the connection ends with this answer, and sees to it; over HTTP/2 only the stream does. */
    public void endsConnection() {
        lastOfConnection = true;
        if (http1()) {
            response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            channelOf(request).attr(ENDING).set(true);
        }
    }

    /** Whether a request stands behind one whose answer ended the connection: what it is cannot be trusted any more. */
    public static boolean isTooLate(HttpServerRequest request) {
        return request.streamId() < 0 && channelOf(request).hasAttr(ENDING);
    }

    private static Channel channelOf(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    /** Notes that the client was told to send its body. */
    void continued() {
        continued = true;
    }

    /** Whether the client holds its body back until it is told to send it (RFC 9110, 10.1.1). */
    boolean waitsForContinue() {
        return !continued && request.headers().contains(HttpHeaders.EXPECT);
    }

    /** Adds what has to be done when the answer has been sent or the client has gone; the last added is done first. */
    public void atEnd(Runnable action) {
        Runnable before = atEnd;
        atEnd = () -> {
            action.run();
            before.run();
        };
    }

    /** The client's request. */
    public HttpServerRequest request() {
        return request;
    }

    /** The answer to the client. */
    public HttpServerResponse response() {
        return request.response();
    }

    /** The id under which logs, services and the client know this request. */
    public String requestId() {
        return requestId;
    }

    /** Nanoseconds since the request's head was read. */
    public long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    /** Whether it came over HTTP/1, where a connection carries one request at a time. */
    public boolean http1() {
        return request.streamId() < 0;
    }

    /** Takes over where the request comes from. */
    public void from(Origin known) {
        this.origin = known;
    }

    /** Where the request comes from. */
    public Origin origin() {
        return origin;
    }

    /** Takes over the address parts after they were checked. */
    public void addressed(String normalPath, String rawQuery) {
        this.path = normalPath;
        this.query = rawQuery;
    }

    /** The path, normalised once for everything that decides by it; null if the request's address is not acceptable. */
    public String path() {
        return path;
    }

    /** What is sent on to a service: path and query. */
    public String uri() {
        return query == null ? path : path + '?' + query;
    }

    /** Takes the route that was found. */
    public void routed(Route found) {
        this.route = found;
        this.endpoint = found.template();
    }

    /** The route, or null for what the gateway answers itself. */
    public Route route() {
        return route;
    }

    /** Names the endpoint for the metrics; a template, never a raw path. */
    public void endpoint(String template) {
        this.endpoint = template;
    }

    /** The template of the endpoint, or {@link #UNMATCHED}. */
    public String endpoint() {
        return endpoint;
    }

    /** Takes the caller. */
    public void identified(Identity caller) {
        this.identity = caller;
    }

    /** The caller; {@link Identity#NONE} without a token. */
    public Identity identity() {
        return identity;
    }

    /** Takes what the limits said. */
    public void limited(List<RateDecision> decisions) {
        this.rateDecisions = decisions;
    }

    /** What the limits of this route said, in the route's order. */
    public List<RateDecision> rateDecisions() {
        return rateDecisions;
    }

    /** Takes the body. */
    public void carries(RequestBody read) {
        this.body = read;
    }

    /** The body, as far as it was read. */
    public RequestBody body() {
        return body;
    }
}
