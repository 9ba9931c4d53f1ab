package com.bookedbarber.platform.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.Locale;

/** Counts and times what jobs do: {@code bb_job_seconds{task,result}}. */
final class JobMeters extends AbstractSchedulerListener {

    private final MeterRegistry meters;

    JobMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete done) {
        String result = done.getResult().name().toLowerCase(Locale.ROOT);
        meters.timer("bb.job", "task", done.getExecution().taskInstance.getTaskName(), "result", result)
                .record(done.getDuration());
    }
}
