package com.bookedbarber.user.session;

import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets sessions that have ended or run out. */
@ApplicationScoped
class ForgetSessions implements JobDefinition {

    private static final Duration ENDED_KEPT = Duration.ofDays(7);

    private final SessionStore store;
    private final Clock clock;

    ForgetSessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("forget-sessions", FixedDelay.ofHours(1)).execute((instance, context) -> forget());
    }

    int forget() {
        Instant now = clock.instant();
        return store.forget(now, now.minus(ENDED_KEPT));
    }
}
