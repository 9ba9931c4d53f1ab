package com.bookedbarber.local.client;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * What the suite answered to one request.
 *
 * @param body the JSON document; missing if the body was empty or something else
 * @param took from sending the request to having read the body, retries included
 * @param tries 1 unless a service was away for a moment
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, Duration took, int tries) {

    /** The text at a JSON pointer such as {@code /items/0/id}; empty if there is none. */
    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    /** The entity tag, as {@code If-Match} wants it back. */
    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    /** Whether the status says that it worked. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The kind of problem, the last part of its type: {@code slot-taken}. */
    public String problem() {
        return text("/type").replaceAll(".*[/:]", "");
    }

    /** The status and what the problem says, for people. */
    public String describe() {
        var detail = text("/detail");
        return status + (problem().isEmpty() ? "" : " " + problem()) + (detail.isEmpty() ? "" : ": " + detail);
    }
}
