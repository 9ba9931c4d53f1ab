package com.bookedbarber.local.stack;

import com.bookedbarber.platform.stores.FreePort;

import java.net.URI;

/**
 * The two ports of a service on loopback.
 *
 * @param http where it serves
 * @param management where it serves health and metrics
 */
public record Endpoint(int http, int management) {

    private static final int MANAGEMENT_OFFSET = 1000;

    /** A service on this port, its management port a thousand above. */
    public static Endpoint at(int http) {
        return new Endpoint(http, http + MANAGEMENT_OFFSET);
    }

    /** A service on ports that were free a moment ago. */
    public static Endpoint free() {
        return new Endpoint(FreePort.next(), FreePort.next());
    }

    /** Where it serves, without a trailing slash. */
    public String url() {
        return "http://localhost:" + http;
    }

    String managementUrl() {
        return "http://localhost:" + management;
    }

    /** Where it says whether it is ready. */
    public URI readiness() {
        return URI.create(managementUrl() + "/q/health/ready");
    }
}
