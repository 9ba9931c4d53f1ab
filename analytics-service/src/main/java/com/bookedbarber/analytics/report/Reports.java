package com.bookedbarber.analytics.report;

import com.bookedbarber.analytics.period.Periods;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Asking for reports and fetching them. */
@ApplicationScoped
class Reports {

    private final ReportStore store;
    private final Jobs jobs;
    private final Periods periods;
    private final ShopAccess access;

    Reports(ReportStore store, Jobs jobs, Periods periods, ShopAccess access) {
        this.store = store;
        this.jobs = jobs;
        this.periods = periods;
        this.access = access;
    }

    /** Has a report written soon. */
    @Transactional
    Report order(ReportRequest request) {
        periods.allowed(request.shopId(), request.from(), request.to());
        UUID id = Ids.next();
        store.add(id, request);
        jobs.schedule(WriteReport.TASK, id.toString(), null, Instant.now());
        return store.find(id).orElseThrow();
    }

    /** The report; 404 also for those who do not manage its shop. */
    Report require(UUID id) {
        return store.find(id)
                .filter(report -> access.manages(report.shopId()))
                .orElseThrow(() -> ProblemException.notFound("report"));
    }

    /** The report if it can be fetched; 409 as long as it cannot. */
    Report requireDone(UUID id) {
        Report report = require(id);
        if (report.status() != Report.Status.DONE) {
            throw new ProblemException(
                            ErrorCode.ILLEGAL_STATE,
                            "The report is " + report.status().text() + ".")
                    .with("reportStatus", report.status().text());
        }
        return report;
    }

    /** Writes a report's content, piece by piece. */
    void send(UUID id, OutputStream out) throws IOException {
        int number = 0;
        Optional<byte[]> part = store.part(id, number);
        while (part.isPresent()) {
            out.write(part.get());
            part = store.part(id, ++number);
        }
    }
}
