package com.bookedbarber.platform.event;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Where a service writes what happened, in the transaction in which it happens. */
@ApplicationScoped
public class Outbox {

    private final Sql sql;
    private final ObjectMapper json;
    private final FeedSignal signal;

    Outbox(Sql sql, ObjectMapper json, FeedSignal signal) {
        this.sql = sql;
        this.json = json;
        this.signal = signal;
    }

    /**
     * Records an event; it is published if and when the transaction commits.
     *
     * @param type such as {@code booking.appointment.confirmed}; see docs/events.md
     * @param subject the id of what it happened to
     * @param data becomes the event's JSON data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String type, Object subject, Object data) {
        sql.update(
                "INSERT INTO outbox (event_id, type, subject, data) VALUES (?, ?, ?, ?::jsonb)",
                Ids.next(),
                type,
                subject.toString(),
                write(data));
        signal.afterCommit();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("The event cannot be written as JSON", failure);
        }
    }
}
