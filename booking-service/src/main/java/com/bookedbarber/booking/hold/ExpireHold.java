package com.bookedbarber.booking.hold;

import com.bookedbarber.booking.appointment.AppointmentJobs;
import com.bookedbarber.booking.appointment.AppointmentMoves;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Ends each unpaid hold when its time is over. */
@ApplicationScoped
class ExpireHold implements JobDefinition {

    private final AppointmentMoves moves;

    ExpireHold(AppointmentMoves moves) {
        this.moves = moves;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(AppointmentJobs.EXPIRE_HOLD)
                .execute((instance, context) -> moves.expireHold(UUID.fromString(instance.getId())));
    }
}
