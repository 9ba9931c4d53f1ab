package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it can be kept and given again.
 *
 * @param status the HTTP status
 * @param headers headers that belong to the effect, such as {@code Location} and {@code ETag}
 * @param body what becomes the JSON body: a value, or the JSON text itself for one that was kept
 * @param replayed whether this is the kept answer of an earlier request
 */
public record Answer(int status, Map<String, String> headers, Object body, boolean replayed) {

    /** Tells the client that the effect had happened before. */
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    /** A new answer. */
    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body, false);
    }

    /** 201 with the address of what was made. */
    public static Answer created(String location, Object body) {
        return of(201, body).with(HttpHeaders.LOCATION, location);
    }

    /** The same with a header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Map.copyOf(more), body, replayed);
    }

    /** A failure as an answer, for one that has to be kept like any other. */
    public static Answer of(Problem problem) {
        return of(problem.status(), problem).with(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    }

    /** What is sent; JSON unless a header says otherwise. */
    public Response toResponse() {
        Response.ResponseBuilder answer = Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        headers.forEach((name, value) -> {
            if (name.equals(HttpHeaders.CONTENT_TYPE)) {
                answer.type(value);
            } else {
                answer.header(name, value);
            }
        });
        if (replayed) {
            answer.header(REPLAYED_HEADER, "true");
        }
        return answer.build();
    }
}
