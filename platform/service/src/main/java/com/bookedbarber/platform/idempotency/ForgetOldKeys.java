package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets keys a day after their effect. */
@ApplicationScoped
@IfBuildProperty(name = "bb.idempotency", stringValue = "true")
class ForgetOldKeys implements JobDefinition {

    private static final int KEPT_HOURS = 24;

    private final IdempotencyStore store;

    ForgetOldKeys(IdempotencyStore store) {
        this.store = store;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.ofHours(1))
                .execute((instance, context) -> store.forgetOlderThan(KEPT_HOURS));
    }
}
