package com.bookedbarber.platform.event;

import io.cloudevents.CloudEvent;

import java.util.List;

/** Takes in the events of one other service. A bean of this type is all that a consumer has to write. */
public interface FeedHandler {

    /** The service whose feed is read: {@code user-service}, {@code booking-service}, {@code payment-service}. */
    String source();

    /**
     * Takes in one event, within the transaction that also moves the cursor; called for all types, in order. What it
     * throws undoes the whole batch, which is then tried again: it must not swallow a failure, and must not have
     * effects outside the database.
     */
    void handle(CloudEvent event);

    /** Takes in a page of events, oldest first; for a handler that is faster with many at once. */
    default void handleAll(List<CloudEvent> events) {
        events.forEach(this::handle);
    }
}
