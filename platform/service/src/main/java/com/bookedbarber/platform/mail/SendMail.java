package com.bookedbarber.platform.mail;

import com.bookedbarber.platform.job.JobDefinition;
import com.bookedbarber.platform.mail.MailStore.QueuedMail;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The job that sends one mail. A mail that the server refuses or does not answer is tried again after 5 s, 10 s, 20 s …
 * up to ten times (about an hour and a half), then it is a dead letter: kept, counted and logged.
 */
@ApplicationScoped
@IfBuildProperty(name = "bb.mail", stringValue = "true")
class SendMail implements JobDefinition {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");

    private static final Logger LOG = Logger.getLogger(SendMail.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_ATTEMPTS = 10;

    private final MailStore mails;
    private final Courier courier;

    SendMail(MailStore mails, Courier courier) {
        this.mails = mails;
        this.courier = courier;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(TASK).execute((instance, context) -> send(UUID.fromString(instance.getId())));
    }

    private CompletionHandler<Void> send(UUID id) {
        Optional<QueuedMail> queued = mails.startSending(id);
        return queued.isEmpty() ? new CompletionHandler.OnCompleteRemove<>() : send(queued.get());
    }

    private CompletionHandler<Void> send(QueuedMail queued) {
        if (queued.mayHaveLeft()) {
            LOG.warnf(
                    "Mail %s may be sent a second time: an earlier attempt ended before it was recorded", queued.id());
        }
        try {
            courier.deliver(queued.mail());
            mails.sent(queued.id());
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (RuntimeException refused) {
            return retry(queued, refused);
        }
    }

    private CompletionHandler<Void> retry(QueuedMail queued, RuntimeException refused) {
        if (queued.attempts() >= MAX_ATTEMPTS) {
            LOG.errorf("Mail %s is given up after %d attempts: %s", queued.id(), queued.attempts(), refused);
            mails.dead(queued.id(), refused.toString());
            return new CompletionHandler.OnCompleteRemove<>();
        }
        mails.failed(queued.id(), refused.toString());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (queued.attempts() - 1));
        LOG.warnf("Mail %s could not be sent, trying again in %s: %s", queued.id(), pause, refused);
        return (complete, operations) ->
                operations.reschedule(complete, Instant.now().plus(pause));
    }
}
