package com.bookedbarber.booking.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a job that has failed: it is tried again after a pause that doubles each time. One that is given up is a
 * dead job: it stays in the table, where it is counted, and waits until somebody has it run.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 * @param attempts after how many failures it is given up
 */
public record Retries<T>(Duration first, Duration longest, int attempts) implements FailureHandler<T> {

    /** When dead jobs are due: later than anything that is meant to happen. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int MOST_DOUBLINGS = 30;

    /** For what has to be done in the end, however long it takes. */
    public static <T> Retries<T> forEver(Duration first, Duration longest) {
        return new Retries<>(first, longest, Integer.MAX_VALUE);
    }

    /** For what may be hopeless. */
    public static <T> Retries<T> atMost(int attempts, Duration first) {
        return new Retries<>(first, Duration.ofDays(1), attempts);
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        Execution job = complete.getExecution();
        int failures = job.consecutiveFailures + 1;
        if (failures >= attempts) {
            LOG.errorf(
                    complete.getCause().orElse(null),
                    "The job %s is given up after %d attempts",
                    job.taskInstance.getTaskAndInstance(),
                    failures);
            operations.reschedule(complete, NEVER);
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(pauseAfter(failures)));
        }
    }

    /** The pause after so many failures in a row, at least one. */
    Duration pauseAfter(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
