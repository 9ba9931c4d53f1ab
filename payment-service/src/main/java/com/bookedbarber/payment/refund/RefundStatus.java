package com.bookedbarber.payment.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Locale;

/** The life of a refund: processing → succeeded | failed. */
public enum RefundStatus {
    PROCESSING,
    SUCCEEDED,
    FAILED;

    /** The name in the API and in the database, such as {@code succeeded}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<RefundStatus, String> {

        @Override
        public String convertToDatabaseColumn(RefundStatus status) {
            return status == null ? null : status.wireName();
        }

        @Override
        public RefundStatus convertToEntityAttribute(String text) {
            return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
