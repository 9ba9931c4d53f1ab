package com.bookedbarber.analytics.report;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A report to write.
 *
 * @param from the first day, in the shop's zone
 * @param to the last day; at most 366 days
 */
@Schema(name = "ReportRequest", examples = """
                {"shopId": "01990c3e-6a3f-7c1e-9b0a-5f6f1c2d3e41", "type": "revenue",
                 "from": "2026-11-01", "to": "2026-11-30", "format": "csv"}
                """)
record ReportRequest(
        @NotNull(message = "must be given") UUID shopId,

        @NotNull(message = "must be revenue, appointments, barbers or services")
        ReportType type,

        @NotNull(message = "must be given") LocalDate from,
        @NotNull(message = "must be given") LocalDate to,
        @NotNull(message = "must be csv or pdf") ReportFormat format) {}
