package com.bookedbarber.platform.event;

import com.bookedbarber.platform.sql.Sql;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the outbox in the order in which it is published. */
@ApplicationScoped
class Feed {

    /** How long another replica's commit can stay unseen by a waiting reader. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** The transaction has another name as a text: what is sorted by that name would be sorted as text, 1000 before 999. */
    private static final String QUERY = """
            SELECT xid::text AS writer, id, event_id, type, subject, time, data::text AS data
            FROM outbox
            WHERE (xid, id) > (?::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY xid, id
            LIMIT ?
            """;

    private final Sql sql;
    private final FeedSignal signal;
    private final URI source;
    private volatile boolean ending;

    Feed(Sql sql, FeedSignal signal, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.signal = signal;
        this.source = URI.create("/" + service);
    }

    /** Lets waiting readers go, since an orderly end waits for every request. */
    void onEnd(@Observes ShutdownDelayInitiatedEvent end) {
        ending = true;
        signal.wake();
    }

    /** The events after the cursor; waits for the first one, at most that long. */
    List<CloudEvent> read(FeedCursor after, int limit, Duration wait) throws InterruptedException {
        if (ending && wait.isPositive()) {
            // Those who are sent away come back at once, as long as they find nobody else.
            signal.await(LOOK_EVERY);
        }
        Instant until = Instant.now().plus(wait);
        while (true) {
            List<CloudEvent> events = sql.list(QUERY, this::event, after.xid(), after.id(), limit);
            Duration left = Duration.between(Instant.now(), until);
            if (!events.isEmpty() || ending || left.isNegative() || left.isZero()) {
                return events;
            }
            signal.await(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
        }
    }

    private CloudEvent event(ResultSet row) throws SQLException {
        return CloudEventBuilder.v1()
                .withId(row.getString("event_id"))
                .withSource(source)
                .withType(row.getString("type"))
                .withSubject(row.getString("subject"))
                .withTime(Sql.instant(row, "time").atOffset(ZoneOffset.UTC))
                .withExtension(Events.CURSOR, new FeedCursor(row.getString("writer"), row.getLong("id")).text())
                .withData("application/json", row.getString("data").getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
