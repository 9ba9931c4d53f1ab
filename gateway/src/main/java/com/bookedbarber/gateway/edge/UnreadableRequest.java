package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What to say to a request that the decoder could not read. The connection ends, because its framing is lost. */
final class UnreadableRequest {

    private UnreadableRequest() {}

    static Refusal refusal(DecoderResult result) {
        Throwable cause = result.cause();
        if (cause instanceof TooLongHttpLineException) {
            return Refusal.closing(ErrorCode.URI_TOO_LONG, "The address of the request is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Refusal.closing(ErrorCode.HEADERS_TOO_LARGE, "The headers of the request are too large.");
        }
        return Refusal.closing(ErrorCode.BAD_REQUEST, "The request is not well-formed HTTP.");
    }
}
