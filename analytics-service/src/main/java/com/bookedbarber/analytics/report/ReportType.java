package com.bookedbarber.analytics.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What a report is about. */
public enum ReportType {
    /** Money, a row per day. */
    REVENUE,
    /** A row per appointment. */
    APPOINTMENTS,
    /** A row per day and barber. */
    BARBERS,
    /** A row per day and service. */
    SERVICES;

    /** The name in JSON. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ReportType of(String text) {
        for (ReportType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("must be revenue, appointments, barbers or services");
    }
}
