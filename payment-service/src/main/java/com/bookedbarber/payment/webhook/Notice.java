package com.bookedbarber.payment.webhook;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

import java.util.Optional;
import java.util.UUID;

/**
 * News of a provider.
 *
 * @param eventId the provider's id of the news
 * @param paymentRef our payment's id as the provider was told it; null if the news is of something else
 */
record Notice(String eventId, String type, String paymentRef) {

    private static final int MAX_LENGTH = 255;

    Notice {
        if (eventId.isBlank() || eventId.length() > MAX_LENGTH || type.length() > MAX_LENGTH) {
            throw new ProblemException(ErrorCode.BAD_REQUEST, "The body is not an event.");
        }
    }

    /** The payment it is about, if it is about one of ours. */
    Optional<UUID> paymentId() {
        try {
            return Optional.ofNullable(paymentRef).map(UUID::fromString);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
