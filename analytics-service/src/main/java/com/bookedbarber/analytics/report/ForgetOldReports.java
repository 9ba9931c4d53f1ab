package com.bookedbarber.analytics.report;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.time.Instant;

/** Deletes reports that nobody will fetch any more. */
@ApplicationScoped
class ForgetOldReports implements JobDefinition {

    private final ReportStore store;
    private final Duration keptFor;

    ForgetOldReports(ReportStore store, @ConfigProperty(name = "bb.reports.kept-for") Duration keptFor) {
        this.store = store;
        this.keptFor = keptFor;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("forget-reports", FixedDelay.ofHours(6))
                .execute((instance, context) -> forget(Instant.now()));
    }

    int forget(Instant now) {
        return store.forgetOlderThan(now.minus(keptFor));
    }
}
