package com.bookedbarber.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Locale;

/**
 * The life of a payment.
 *
 * <pre>
 * processing      → requires-action | succeeded | failed | cancelled
 * requires-action → processing | succeeded | failed | cancelled
 * </pre>
 */
public enum PaymentStatus {
    /** The provider was asked, or is about to be. */
    PROCESSING,
    /** The client has to approve it. */
    REQUIRES_ACTION,
    SUCCEEDED,
    FAILED,
    /** The client did not approve it in time, or gave it up. */
    CANCELLED;

    /** The name in the API and in the database, such as {@code requires-action}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether money may still be moved. */
    boolean isUnderWay() {
        return this == PROCESSING || this == REQUIRES_ACTION;
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<PaymentStatus, String> {

        @Override
        public String convertToDatabaseColumn(PaymentStatus status) {
            return status == null ? null : status.wireName();
        }

        @Override
        public PaymentStatus convertToEntityAttribute(String text) {
            return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
