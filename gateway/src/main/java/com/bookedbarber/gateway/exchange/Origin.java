package com.bookedbarber.gateway.exchange;

/**
 * Where a request comes from, as far as that can be trusted.
 *
 * @param address the client's address: the peer's, or what one of our own proxies says
 * @param scheme {@code https} or {@code http}, as the client used it
 * @param host the host and port the client asked for; null if an HTTP/1.0 client did not say
 */
public record Origin(String address, String scheme, String host) {}
