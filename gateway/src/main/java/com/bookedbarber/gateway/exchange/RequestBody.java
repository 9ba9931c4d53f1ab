package com.bookedbarber.gateway.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;

/**
 * The body of a request after its first part was read: none, all of it, or the beginning with the rest still to come.
 *
 * @param content what is here; null if there is no body or it is still arriving
 * @param arriving the stream of a body that is too large to wait for; null otherwise
 * @param length its length; -1 if the client did not say
 */
public record RequestBody(Buffer content, ArrivingBody arriving, long length) {

    /** No body. */
    public static final RequestBody NONE = new RequestBody(null, null, 0);

    /** A body that is here. */
    static RequestBody of(Buffer content) {
        return new RequestBody(content, null, content.length());
    }

    /** Whether nothing of it is still to come, so that it can be sent twice. */
    public boolean whole() {
        return arriving == null;
    }

    /** What to send on, or null for no body. */
    public Body toSend() {
        if (arriving != null) {
            return Body.body(arriving, length);
        }
        return content == null ? null : Body.body(content);
    }
}
