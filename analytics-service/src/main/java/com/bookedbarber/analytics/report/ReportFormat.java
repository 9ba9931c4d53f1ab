package com.bookedbarber.analytics.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What a report is written as. */
public enum ReportFormat {
    /** RFC 4180 in UTF-8. */
    CSV("text/csv;charset=UTF-8"),
    /** Pages to print. */
    PDF("application/pdf");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The name in JSON. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ReportFormat of(String text) {
        for (ReportFormat format : values()) {
            if (format.text().equals(text)) {
                return format;
            }
        }
        throw new IllegalArgumentException("must be csv or pdf");
    }
}
