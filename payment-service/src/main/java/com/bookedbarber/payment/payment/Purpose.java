package com.bookedbarber.payment.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Locale;

/** What a payment is for. */
public enum Purpose {
    /** What has to be paid before the visit. */
    DEPOSIT,
    /** What is left of the price. */
    BALANCE,
    /** The whole price, or what is left of it. */
    FULL;

    /** The name in the API and in the database, such as {@code deposit}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Purpose, String> {

        @Override
        public String convertToDatabaseColumn(Purpose purpose) {
            return purpose == null ? null : purpose.wireName();
        }

        @Override
        public Purpose convertToEntityAttribute(String text) {
            return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
