package com.bookedbarber.analytics.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;

/** Hands many rows to one statement, as the JSON array that {@code json_to_recordset} takes. */
@ApplicationScoped
class JsonRows {

    private final ObjectMapper json;

    JsonRows(ObjectMapper json) {
        this.json = json;
    }

    String of(Collection<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The rows cannot be written as JSON", impossible);
        }
    }
}
