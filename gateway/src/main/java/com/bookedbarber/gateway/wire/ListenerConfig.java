package com.bookedbarber.gateway.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Duration;
import java.util.Optional;

/** How the gateway listens, and how much of a client it puts up with. */
@ConfigMapping(prefix = "bb.gateway.listener")
public interface ListenerConfig {

    /** Address to listen on. Environment: {@code QUARKUS_HTTP_HOST}. */
    String host();

    /** Port to listen on; 0 for a free one. Environment: {@code QUARKUS_HTTP_PORT}. */
    @Min(0)
    @Max(65_535)
    int port();

    /** Event loops; without a number one for each processor. */
    Optional<@Min(1) Integer> eventLoops();

    /** PEM file of the certificate chain; with it and the key the port speaks TLS, HTTP/1.1 and HTTP/2. */
    Optional<String> tlsCertificate();

    /** PEM file of the private key. */
    Optional<String> tlsKey();

    /** Bytes of a request line at most (414). */
    @WithDefault("8192")
    @Min(256)
    int requestLine();

    /** Bytes of all headers at most (431). */
    @WithDefault("16384")
    @Min(1024)
    int headers();

    /** How long a request line and its headers may take to arrive (408). */
    @WithDefault("10s")
    Duration headerDeadline();

    /** How long the first 64 KiB of a body may take to arrive (408). */
    @WithDefault("15s")
    Duration bodyDeadline();

    /** How long a connection may be silent. */
    @WithDefault("75s")
    Duration idleTimeout();

    /** Connections at most from one address; an IPv6 network of 64 bits is one address. */
    @WithDefault("20000")
    @Min(1)
    int connectionsPerAddress();

    /** Connections at most. */
    @WithDefault("50000")
    @Min(1)
    int connections();

    /** How long running requests are waited for when the gateway stops. */
    @WithDefault("20s")
    Duration drainTimeout();
}
