package com.bookedbarber.gateway.wire;

import com.bookedbarber.gateway.exchange.Refusals;
import com.bookedbarber.gateway.header.SecurityHeaders;
import com.bookedbarber.gateway.metrics.RequestMeters;
import com.bookedbarber.gateway.network.ClientNetwork;
import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.Problem;
import com.bookedbarber.platform.request.RequestId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches connections before there is a request: closes those that are too many, altogether or from one address, and
 * answers 408 to those that take too long to say what they want.
 */
@Singleton
public final class ConnectionGuard {

    private static final Refusal TOO_SLOW =
            Refusal.closing(ErrorCode.REQUEST_TIMEOUT, "The request did not arrive in time.");

    private final ListenerConfig config;
    private final SecurityHeaders security;
    private final Refusals refusals;
    private final RequestMeters meters;
    private final Map<String, AtomicInteger> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final Counter refused;

    ConnectionGuard(
            ListenerConfig config,
            SecurityHeaders security,
            Refusals refusals,
            RequestMeters meters,
            MeterRegistry registry) {
        this.config = config;
        this.security = security;
        this.refusals = refusals;
        this.meters = meters;
        Gauge.builder("gateway.connections", all, AtomicInteger::get)
                .description("Open connections")
                .register(registry);
        this.refused = Counter.builder("gateway.connections.refused")
                .description("Connections closed because there were too many")
                .register(registry);
    }

    /** Takes charge of a new connection. */
    public void accept(HttpConnection connection) {
        String address = ClientNetwork.of(connection.remoteAddress().hostAddress());
        int fromAddress =
                byAddress.compute(address, (key, count) -> oneMore(count)).get();
        int altogether = all.incrementAndGet();
        connection.closeHandler(closed -> gone(address));
        if (fromAddress > config.connectionsPerAddress() || altogether > config.connections()) {
            refused.increment();
            connection.close();
            return;
        }
        ChannelPipeline pipeline =
                ((ConnectionBase) connection).channelHandlerContext().pipeline();
        if (pipeline.get(HeadClock.DECODER) != null) {
            pipeline.addAfter(HeadClock.ENCODER, "strictMessages", new StrictMessages());
            HeadClock.install(pipeline, config.headerDeadline().toMillis(), this::tooSlow);
        }
    }

    private static AtomicInteger oneMore(AtomicInteger count) {
        AtomicInteger counted = count == null ? new AtomicInteger() : count;
        counted.incrementAndGet();
        return counted;
    }

    private void gone(String address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (key, count) -> count.decrementAndGet() == 0 ? null : count);
    }

    /** There is no request to answer, so the answer is written by hand; it looks like every other. */
    private String tooSlow() {
        meters.recordUnread(TOO_SLOW.code().status());
        String requestId = Ids.next().toString();
        Buffer document = refusals.document(TOO_SLOW, null, requestId);
        StringBuilder answer = new StringBuilder(512)
                .append("HTTP/1.1 408 Request Timeout\r\n")
                .append("connection: close\r\n")
                .append("cache-control: no-store\r\n")
                .append("content-type: ")
                .append(Problem.MEDIA_TYPE)
                .append("\r\n")
                .append(RequestId.HEADER)
                .append(": ")
                .append(requestId)
                .append("\r\nX-Process-Time: ")
                .append(config.headerDeadline().toSeconds())
                .append(".000000\r\n");
        security.appendTo(answer);
        return answer.append("content-length: ")
                .append(document.length())
                .append("\r\n\r\n")
                .append(document)
                .toString();
    }
}
