package com.bookedbarber.gateway.exchange;

import io.vertx.core.Future;

import java.util.Set;

/** Something that the gateway answers itself, to anyone and without limit. */
public interface OwnEndpoint {

    /** The paths it answers. */
    Set<String> paths();

    /** Answers a GET or HEAD of one of them; the future fails if that is impossible. */
    Future<Void> answer(Exchange exchange);
}
