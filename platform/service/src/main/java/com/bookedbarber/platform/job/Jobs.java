package com.bookedbarber.platform.job;

import com.bookedbarber.platform.start.Listening;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.sql.DataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Background work that survives restarts and runs once, however many replicas there are.
 *
 * <p>A service declares its tasks as {@link JobDefinition}s; one-time tasks are scheduled here, within
 * the transaction that wants them done.
 */
@ApplicationScoped
public class Jobs {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 8;

    /** Work of a process that has died is taken over after {@link #MISSED_BEATS} of them and at most two more. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** The fewest that db-scheduler takes. */
    private static final int MISSED_BEATS = 4;

    private final Scheduler scheduler;
    private final boolean enabled;

    Jobs(
            DataSource dataSource,
            @All List<JobDefinition> definitions,
            MeterRegistry meters,
            @ConfigProperty(name = "bb.jobs.enabled") boolean enabled) {
        this.enabled = enabled;
        List<? extends Task<?>> tasks =
                definitions.stream().map(JobDefinition::task).toList();
        List<RecurringTask<?>> recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        List<Task<?>> others = tasks.stream()
                .filter(task -> !(task instanceof RecurringTask))
                .<Task<?>>map(task -> task)
                .toList();
        this.scheduler = build(dataSource, recurring, others, new JobMeters(meters));
    }

    private static Scheduler build(
            DataSource dataSource, List<RecurringTask<?>> recurring, List<Task<?>> others, JobMeters meters) {
        return Scheduler.create(dataSource, others)
                // Told, so that it need not open a connection during the start to find out.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .startTasks(recurring.toArray(RecurringTask[]::new))
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_BEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(AT_ONCE)
                .pollUsingLockAndFetch(0.5, 3.0)
                .addSchedulerListener(meters)
                .build();
    }

    void onStart(@Observes Listening start) {
        if (enabled) {
            scheduler.start();
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        scheduler.stop();
    }

    /**
     * Has a one-time task done at that time; part of the running transaction. A task of that id that is waiting already
     * stays as it is.
     *
     * @param id tells this piece of work from others of the task
     * @param data what the task needs to know, or null; serialised by Java
     */
    public <T> void schedule(TaskDescriptor<T> task, String id, T data, Instant at) {
        scheduler.scheduleIfNotExists(task.instance(id).data(data).scheduledTo(at));
    }

    /** Moves a waiting task to another time; part of the running transaction. */
    public void reschedule(TaskDescriptor<?> task, String id, Instant at) {
        scheduler.reschedule(TaskInstanceId.of(task.getTaskName(), id), at);
    }

    /** Forgets a waiting task, if there is one; part of the running transaction. */
    public void cancel(TaskDescriptor<?> task, String id) {
        TaskInstanceId waiting = TaskInstanceId.of(task.getTaskName(), id);
        if (scheduler.getScheduledExecution(waiting).isPresent()) {
            scheduler.cancel(waiting);
        }
    }
}
