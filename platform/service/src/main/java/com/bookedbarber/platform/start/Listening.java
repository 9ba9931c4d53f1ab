package com.bookedbarber.platform.start;

/**
 * Fired once the service answers requests: the time for work in the background to begin. Observers run one after the
 * other on a thread that may block, and are done before a {@link io.quarkus.runtime.ShutdownEvent} is told to anybody.
 */
public record Listening() {}
