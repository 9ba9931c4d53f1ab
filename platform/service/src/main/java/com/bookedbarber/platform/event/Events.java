package com.bookedbarber.platform.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A feed's pages as bytes: the JSON batch format of
 * <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents</a>.
 */
public final class Events {

    /** The media type of a batch. */
    public static final String BATCH_MEDIA_TYPE = "application/cloudevents-batch+json";

    /** The extension attribute that says where in the feed the event stands. */
    public static final String CURSOR = "cursor";

    private static final EventFormat FORMAT = new JsonFormat();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<JsonNode>> NODES = new TypeReference<>() {};

    private Events() {}

    /** The events as a JSON array. */
    public static byte[] write(List<CloudEvent> events) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(FORMAT.serialize(events.get(i)));
        }
        out.write(']');
        return out.toByteArray();
    }

    /** The events of a JSON array. */
    public static List<CloudEvent> read(byte[] batch) {
        try {
            List<CloudEvent> events = new ArrayList<>();
            for (JsonNode node : JSON.readValue(batch, NODES)) {
                events.add(FORMAT.deserialize(JSON.writeValueAsBytes(node)));
            }
            return events;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Not a batch of events", unreadable);
        }
    }

    /**
     * The event's data as a value of that type. Events are kept for years, so unknown members are passed over, and one
     * that came later than the event counts as null or zero.
     */
    public static <T> T data(CloudEvent event, Class<T> type, ObjectMapper json) {
        try {
            return json.readerFor(type)
                    .without(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(event.getData().toBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Event " + event.getId() + " has unreadable data", unreadable);
        }
    }
}
