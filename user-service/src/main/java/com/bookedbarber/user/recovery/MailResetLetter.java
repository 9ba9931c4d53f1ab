package com.bookedbarber.user.recovery;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that mails a letter with a reset token, or does not. */
@ApplicationScoped
class MailResetLetter implements JobDefinition {

    /** Its data is the address that was typed in; it is gone with the task. */
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("mail-reset-link", String.class);

    private final PasswordRecovery recovery;

    MailResetLetter(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(TASK).execute((instance, context) -> recovery.mailLink(instance.getData()));
    }
}
