package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.event.FeedHandler;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.sql.Sql;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes a note for each event it takes in, and fails when it is told to. */
@ApplicationScoped
class NoteCount implements FeedHandler {

    private final Sql sql;
    private final AtomicInteger failures = new AtomicInteger();

    NoteCount(Sql sql) {
        this.sql = sql;
    }

    void failNext(int times) {
        failures.set(times);
    }

    @Override
    public String source() {
        return "payment-service";
    }

    @Override
    public void handle(CloudEvent event) {
        sql.update(
                "INSERT INTO note (id, shop_id, text) VALUES (?, ?, ?)",
                Ids.next(),
                UUID.fromString(event.getSubject()),
                event.getId());
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("told to fail");
        }
    }
}
