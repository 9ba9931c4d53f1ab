package com.bookedbarber.gateway.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives the head of a request only so much time to arrive, however often another byte of it does, and answers 408 when
 * it is over. Sits on both sides of the decoder: before it to see bytes, behind it to see whether they made a request.
 * A connection on which everything arrives in time costs no timer.
 */
final class HeadClock {

    static final String DECODER = "httpDecoder";
    static final String ENCODER = "httpEncoder";

    private final long deadlineMillis;
    private final Supplier<String> answer;
    private boolean inBody;
    private int unanswered;
    private long messages;
    private ScheduledFuture<?> running;

    private HeadClock(long deadlineMillis, Supplier<String> answer) {
        this.deadlineMillis = deadlineMillis;
        this.answer = answer;
    }

    /**
     * Puts a clock on an HTTP/1 connection.
     *
     * @param answer what to write when the time is over
     */
    static void install(ChannelPipeline pipeline, long deadlineMillis, Supplier<String> answer) {
        HeadClock clock = new HeadClock(deadlineMillis, answer);
        pipeline.addBefore(DECODER, "headClockBytes", clock.new Bytes());
        pipeline.addAfter(ENCODER, "headClockMessages", clock.new Messages());
    }

    private void start(ChannelHandlerContext context) {
        if (running == null) {
            running = context.executor().schedule(() -> expire(context), deadlineMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    private void expire(ChannelHandlerContext context) {
        if (unanswered > 0) {
            var _ = context.close();
            return;
        }
        var _ = context.writeAndFlush(Unpooled.wrappedBuffer(answer.get().getBytes(StandardCharsets.UTF_8)))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            long before = messages;
            context.fireChannelRead(bytes);
            // Nothing came out at the other side and no body is due: these bytes are a part of a head.
            if (!inBody && before == messages) {
                start(context);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }
    }

    private final class Messages extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            messages++;
            if (message instanceof HttpRequest) {
                stop();
                inBody = true;
                unanswered++;
            }
            if (message instanceof LastHttpContent) {
                inBody = false;
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent && !isInterim(message)) {
                unanswered--;
            }
            var _ = context.write(message, promise);
        }

        private static boolean isInterim(Object message) {
            return message instanceof HttpResponse response && response.status().code() < 200;
        }
    }
}
