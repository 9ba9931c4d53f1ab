package com.bookedbarber.user.onetime;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets mailed tokens that nobody came back with. */
@ApplicationScoped
class ForgetOneTimeTokens implements JobDefinition {

    private final OneTimeTokens tokens;

    ForgetOneTimeTokens(OneTimeTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("forget-one-time-tokens", FixedDelay.ofHours(1))
                .execute((instance, context) -> tokens.forgetExpired());
    }
}
