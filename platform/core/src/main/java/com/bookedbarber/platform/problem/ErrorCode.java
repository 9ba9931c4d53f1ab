package com.bookedbarber.platform.problem;

/**
 * Every failure a client can act on: its stable name, its HTTP status and a short title.
 *
 * <p>The name is the last part of the problem's {@code type}; it never changes once released. The status of a code is
 * decided here and nowhere else. A test writes the table into {@code docs/errors.md}.
 */
public enum ErrorCode {
    VALIDATION_FAILED("validation-failed", 400, "The request has invalid fields"),
    MALFORMED_JSON("malformed-json", 400, "The body is not the JSON this route expects"),
    BAD_REQUEST("bad-request", 400, "The request cannot be understood"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "This route needs an Idempotency-Key header"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    BAD_CREDENTIALS("bad-credentials", 401, "The credentials are wrong"),
    OTP_REQUIRED("otp-required", 401, "A one-time code is needed too"),
    CARD_DECLINED("card-declined", 402, "The card was declined"),
    INSUFFICIENT_FUNDS("insufficient-funds", 402, "The card has insufficient funds"),
    FORBIDDEN("forbidden", 403, "You may not do this"),
    EMAIL_NOT_VERIFIED("email-not-verified", 403, "Verify your e-mail address first"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This route does not know that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation you accept is available"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request took too long to arrive"),
    CONFLICT("conflict", 409, "The request conflicts with the current state"),
    EMAIL_TAKEN("email-taken", 409, "An account with this e-mail address exists"),
    SLUG_TAKEN("slug-taken", 409, "A shop with this short name exists"),
    LAST_OWNER("last-owner", 409, "A shop needs an owner"),
    SLOT_TAKEN("slot-taken", 409, "The time is already taken"),
    ILLEGAL_STATE("illegal-state", 409, "The current state does not allow this"),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "A request with this Idempotency-Key is still running"),
    PAYMENT_IN_PROGRESS("payment-in-progress", 409, "Another payment for this appointment is under way"),
    NOTHING_OWED("nothing-owed", 409, "There is nothing to pay"),
    REFUND_TOO_LARGE("refund-too-large", 409, "The refund exceeds what is left of the payment"),
    VERSION_STALE("version-stale", 412, "The resource has changed since you read it"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not supported"),
    RULE_VIOLATED("rule-violated", 422, "A rule of the shop does not allow this"),
    TOO_SOON("too-soon", 422, "The time is too soon"),
    BEYOND_HORIZON("beyond-horizon", 422, "The time is too far ahead"),
    OUTSIDE_HOURS("outside-hours", 422, "The time is outside working hours"),
    NOT_BOOKABLE("not-bookable", 422, "This cannot be booked"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The Idempotency-Key was used for another request"),
    VERSION_REQUIRED("version-required", 428, "This route needs an If-Match header"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The request headers are too large"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    NOT_IMPLEMENTED("not-implemented", 501, "This is not available"),
    BAD_GATEWAY("bad-gateway", 502, "A service behind us could not be reached"),
    UNAVAILABLE("unavailable", 503, "The service is busy, try again shortly"),
    GATEWAY_TIMEOUT("gateway-timeout", 504, "A service behind us took too long");

    private static final String TYPE_PREFIX = "urn:bookedbarber:problem:";

    private final String slug;
    private final int status;
    private final String title;

    ErrorCode(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The stable name, such as {@code slot-taken}. */
    public String slug() {
        return slug;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The problem {@code type} URI, such as {@code urn:bookedbarber:problem:slot-taken}. */
    public String type() {
        return TYPE_PREFIX + slug;
    }

    /** The general code of an HTTP status; statuses without one of their own become the nearest of their class. */
    public static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 412 -> VERSION_STALE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> RULE_VIOLATED;
            case 428 -> VERSION_REQUIRED;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 502 -> BAD_GATEWAY;
            case 503 -> UNAVAILABLE;
            case 504 -> GATEWAY_TIMEOUT;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
