package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets invitations that nobody took up. */
@ApplicationScoped
class ForgetInvitations implements JobDefinition {

    private final Invitations invitations;

    ForgetInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("forget-invitations", FixedDelay.ofHours(1))
                .execute((instance, context) -> invitations.forgetExpired());
    }
}
