package com.bookedbarber.gateway.request;

import com.bookedbarber.gateway.exchange.Origin;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where requests come from. What a peer says about others ({@code X-Forwarded-For}, {@code -Proto}, {@code -Host}) is
 * believed only if it is one of our own proxies; then the last address that is not one of them is the client's.
 */
@Singleton
final class Origins {

    private final List<IpSubnetFilterRule> trusted;

    Origins(OriginConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(Origins::rule)
                .toList();
    }

    Origin of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        HostAndPort authority = request.authority();
        String host = authority == null ? null : authority.toString();
        String scheme = request.isSSL() ? "https" : "http";
        if (trusted.isEmpty() || !trusts(peer)) {
            return new Origin(peer, scheme, host);
        }
        String forwardedHost = request.getHeader("X-Forwarded-Host");
        return new Origin(
                client(request.headers().getAll("X-Forwarded-For"), peer),
                "https".equals(request.getHeader("X-Forwarded-Proto")) ? "https" : scheme,
                forwardedHost == null ? host : forwardedHost);
    }

    private String client(List<String> forwardedFor, String peer) {
        String client = peer;
        for (String line : forwardedFor.reversed()) {
            String[] addresses = line.split(",");
            for (int i = addresses.length - 1; i >= 0; i--) {
                String address = addresses[i].trim();
                if (!NetUtil.isValidIpV4Address(address) && !NetUtil.isValidIpV6Address(address)) {
                    return client;
                }
                client = address;
                if (!trusts(address)) {
                    return client;
                }
            }
        }
        return client;
    }

    private boolean trusts(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        if (parsed == null) {
            return false;
        }
        InetSocketAddress socket = new InetSocketAddress(parsed, 0);
        for (IpSubnetFilterRule rule : trusted) {
            if (rule.matches(socket)) {
                return true;
            }
        }
        return false;
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.trim().split("/");
        if (parts.length > 2 || NetUtil.createByteArrayFromIpAddressString(parts[0]) == null) {
            throw new IllegalArgumentException("A trusted proxy has to look like 10.0.0.0/8, not '" + network + "'.");
        }
        int all = parts[0].indexOf(':') < 0 ? 32 : 128;
        int prefix = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    }
}
