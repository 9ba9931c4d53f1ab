package com.bookedbarber.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;
import java.util.Map;

/**
 * A problem document, see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>.
 *
 * @param type the stable URI of the kind of problem
 * @param title a sentence that belongs to the type
 * @param status the HTTP status
 * @param detail what happened this time and what to do about it; shows nothing internal
 * @param instance the path of the request
 * @param requestId the id under which the logs know the request
 * @param errors the fields at fault; only for validation
 * @param extensions further members, such as the current state of a resource
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "requestId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem without field errors or extensions. */
    public static Problem of(ErrorCode code, String detail, String instance, String requestId) {
        return new Problem(code.type(), code.title(), code.status(), detail, instance, requestId, List.of(), Map.of());
    }
}
