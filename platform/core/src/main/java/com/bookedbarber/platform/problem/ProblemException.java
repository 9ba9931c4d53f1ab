package com.bookedbarber.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A failure that the client is told about, in its own words. Thrown by rules and use cases, mapped at the rim. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A failure with a detail, which is shown to the client as it is. */
    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    private ProblemException(ErrorCode code, String detail, List<FieldError> errors) {
        super(detail, null, false, code.status() >= 500);
        this.code = code;
        this.errors = errors;
    }

    /** One invalid field. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** Several invalid fields; at least one. */
    public static ProblemException invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new ProblemException(ErrorCode.VALIDATION_FAILED, first.field() + " " + first.message(), errors);
    }

    /** A thing that does not exist, or that the caller must not know of. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    /** Adds a member to the problem document. */
    public ProblemException with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** What failed. */
    public ErrorCode code() {
        return code;
    }

    /** The fields at fault; empty unless the code is {@link ErrorCode#VALIDATION_FAILED}. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The document to send. */
    public Problem toProblem(String instance, String requestId) {
        return new Problem(
                code.type(), code.title(), code.status(), getMessage(), instance, requestId, errors, extensions);
    }
}
