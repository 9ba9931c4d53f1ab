package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentConfig;
import com.bookedbarber.payment.provider.Charge;
import com.bookedbarber.payment.provider.Providers;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks after a payment some seconds after its beginning: most are settled by then. One that a dead process or a silent
 * provider left behind is finished here, and one that its client does not approve in time is cancelled.
 */
@ApplicationScoped
class ResumePayment implements JobDefinition {

    /** One for each payment, under the payment's id. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("resume-payment", UUID.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final double LONGER_EACH_TIME = 1.5;

    private final PaymentRepository payments;
    private final Providers providers;
    private final Settlement settlement;
    private final PaymentConfig config;

    ResumePayment(PaymentRepository payments, Providers providers, Settlement settlement, PaymentConfig config) {
        this.payments = payments;
        this.providers = providers;
        this.settlement = settlement;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, LONGER_EACH_TIME))
                .execute((instance, context) -> resume(instance.getData())
                        .<CompletionHandler<UUID>>map(
                                again -> (complete, operations) -> operations.reschedule(complete, again))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** Does what is left to do; tells when to look again, if there is reason to. */
    Optional<Instant> resume(UUID paymentId) {
        Payment payment = payments.read(paymentId);
        if (!payment.status.isUnderWay()) {
            return Optional.empty();
        }
        Payment after = settlement.settle(paymentId, ask(payment));
        return switch (after.status) {
            case PROCESSING -> Optional.of(Instant.now().plus(config.recoverAfter()));
            case REQUIRES_ACTION -> Optional.of(expiry(after));
            default -> Optional.empty();
        };
    }

    private Charge ask(Payment payment) {
        String ref = payment.providerRef;
        if (ref == null) {
            return providers.ask(payment.provider, "charge", provider -> provider.charge(payment.chargeRequest()));
        }
        boolean expired = Instant.now().isAfter(expiry(payment));
        return payment.status == PaymentStatus.REQUIRES_ACTION && expired
                ? providers.ask(payment.provider, "cancel", provider -> provider.cancel(ref, payment.id))
                : providers.ask(payment.provider, "look", provider -> provider.look(ref));
    }

    private Instant expiry(Payment payment) {
        return payment.createdAt.plus(config.actionExpiresAfter());
    }
}
