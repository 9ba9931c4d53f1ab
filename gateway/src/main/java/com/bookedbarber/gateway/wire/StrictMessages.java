package com.bookedbarber.gateway.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Behind the decoder: declares requests unreadable that it lets through, so that they get an answer like all others, and
 * sees to it that an answer already written is sent before the connection ends.
 */
final class StrictMessages extends ChannelDuplexHandler {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()
                && !(knownVersion(request) && named(request))) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("not HTTP/1.0 or HTTP/1.1")));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        context.flush();
        var _ = context.close(promise);
    }

    /** The very constants: a version in another spelling is equal to one of them, and unknown to Vert.x all the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean knownVersion(HttpRequest request) {
        return request.protocolVersion() == HttpVersion.HTTP_1_1 || request.protocolVersion() == HttpVersion.HTTP_1_0;
    }

    private static boolean named(HttpRequest request) {
        return !request.headers().contains("");
    }
}
