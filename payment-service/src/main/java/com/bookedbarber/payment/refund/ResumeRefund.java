package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.PaymentConfig;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Does the refunds that events ask for, and finishes those that a dead process or a silent provider left behind. */
@ApplicationScoped
class ResumeRefund implements JobDefinition {

    /** One for each refund, under the refund's id. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("resume-refund", UUID.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final double LONGER_EACH_TIME = 1.5;

    private final RefundRepository refunds;
    private final RefundSettlement settlement;
    private final PaymentConfig config;

    ResumeRefund(RefundRepository refunds, RefundSettlement settlement, PaymentConfig config) {
        this.refunds = refunds;
        this.settlement = settlement;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, LONGER_EACH_TIME))
                .execute((instance, context) -> isDone(instance.getData())
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) ->
                                operations.reschedule(complete, Instant.now().plus(config.recoverAfter())));
    }

    /** Does what is left to do; false if it has to be looked at again. */
    boolean isDone(UUID refundId) {
        RefundStatus before = refunds.read(refundId).status;
        return before != RefundStatus.PROCESSING || settlement.askAndSettle(refundId).status != RefundStatus.PROCESSING;
    }
}
