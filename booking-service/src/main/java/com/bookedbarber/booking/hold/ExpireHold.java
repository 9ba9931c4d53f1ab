package com.bookedbarber.booking.hold;

import com.bookedbarber.booking.appointment.AppointmentJobs;
import com.bookedbarber.booking.appointment.AppointmentMoves;
import com.bookedbarber.booking.job.Retries;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ends each unpaid hold when its time is over. Somebody else is waiting for it, so a failure is made up for in seconds. */
@ApplicationScoped
class ExpireHold implements JobDefinition {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final AppointmentMoves moves;

    ExpireHold(AppointmentMoves moves) {
        this.moves = moves;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(AppointmentJobs.EXPIRE_HOLD)
                .onFailure(Retries.forEver(FIRST_PAUSE, LONGEST_PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> expire(UUID.fromString(instance.getId())));
    }

    /** The clock of whoever planned it may be ahead of this one. */
    private CompletionHandler<Void> expire(UUID id) {
        Optional<Instant> heldUntil = moves.expireHold(id);
        return heldUntil.isPresent()
                ? (complete, operations) -> operations.reschedule(complete, heldUntil.get())
                : new CompletionHandler.OnCompleteRemove<>();
    }
}
