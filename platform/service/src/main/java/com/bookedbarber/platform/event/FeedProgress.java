package com.bookedbarber.platform.event;

import com.bookedbarber.platform.sql.Sql;
import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Objects;

/** How far each feed was taken in, and the step from one place to the next. */
@ApplicationScoped
class FeedProgress {

    private final Sql sql;

    FeedProgress(Sql sql) {
        this.sql = sql;
    }

    /** The cursor behind which to read on; empty at the beginning. */
    String of(String source) {
        return sql.one("SELECT cursor FROM feed_cursor WHERE source = ?", row -> row.getString(1), source)
                .orElse("");
    }

    /**
     * Takes in a batch: its effects and the new cursor in one transaction.
     *
     * @param from the cursor that the batch was read behind
     * @return false if another replica was faster; nothing was done then
     */
    boolean advance(String source, String from, List<CloudEvent> batch, List<FeedHandler> handlers) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("INSERT INTO feed_cursor (source) VALUES (?) ON CONFLICT DO NOTHING", source);
            String present = sql.one(
                            "SELECT cursor FROM feed_cursor WHERE source = ? FOR UPDATE",
                            row -> row.getString(1),
                            source)
                    .orElseThrow();
            if (!present.equals(from)) {
                return false;
            }
            handlers.forEach(handler -> handler.handleAll(batch));
            sql.update(
                    "UPDATE feed_cursor SET cursor = ?, updated_at = now() WHERE source = ?",
                    Objects.toString(batch.getLast().getExtension(Events.CURSOR)),
                    source);
            return true;
        });
    }
}
