package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.wire.ListenerConfig;
import com.bookedbarber.gateway.world.TestCertificate;

import java.time.Duration;
import java.util.Optional;

/** A listener's settings with a certificate. */
record TlsListener(ListenerConfig plain, TestCertificate with) implements ListenerConfig {

    @Override
    public Optional<String> tlsCertificate() {
        return Optional.of(with.certificate().toString());
    }

    @Override
    public Optional<String> tlsKey() {
        return Optional.of(with.key().toString());
    }

    @Override
    public String host() {
        return plain.host();
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public Optional<Integer> eventLoops() {
        return plain.eventLoops();
    }

    @Override
    public int requestLine() {
        return plain.requestLine();
    }

    @Override
    public int headers() {
        return plain.headers();
    }

    @Override
    public Duration headerDeadline() {
        return plain.headerDeadline();
    }

    @Override
    public Duration bodyDeadline() {
        return plain.bodyDeadline();
    }

    @Override
    public Duration idleTimeout() {
        return plain.idleTimeout();
    }

    @Override
    public int connectionsPerAddress() {
        return plain.connectionsPerAddress();
    }

    @Override
    public int connections() {
        return plain.connections();
    }

    @Override
    public Duration drainTimeout() {
        return plain.drainTimeout();
    }
}
