package com.bookedbarber.gateway.route;

import io.vertx.core.http.HttpMethod;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What may be called, and how it is treated.
 *
 * @param name the name of its line in {@code routes.properties}
 * @param methods the methods it answers
 * @param template the path with {@code {parameters}}
 * @param upstream the service that answers: {@code user}, {@code booking}, {@code payment} or {@code analytics}
 * @param access who may call it
 * @param priority who is turned away last
 * @param limits names of the rate limits, all of which apply
 * @param timeout how long the service may take until it starts to answer
 * @param bodyLimit bytes of body at most
 */
public record Route(
        String name,
        Set<HttpMethod> methods,
        String template,
        String upstream,
        Access access,
        Priority priority,
        List<String> limits,
        Duration timeout,
        long bodyLimit) {

    /** Bytes of a body that are read before a service hears of the request; a body of fewer never flows through. */
    public static final int READ_FIRST = 64 * 1024;

    /** Whether the path itself is a secret, which must not be logged. */
    public boolean secret() {
        return template.contains("{secret}");
    }
}
