package com.bookedbarber.analytics.report;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A report and how far it is.
 *
 * @param progress 0 to 100
 * @param finishedAt when it was done or failed; null before
 */
@Schema(name = "Report")
public record Report(
        UUID id,
        UUID shopId,
        ReportType type,
        ReportFormat format,
        LocalDate from,
        LocalDate to,
        Status status,
        int progress,
        Instant createdAt,
        Instant finishedAt) {

    /** Where a report stands. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        /** The name in JSON. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a download is saved as. */
    String fileName() {
        return type.text() + "-" + from + "-" + to + "." + format.text();
    }
}
