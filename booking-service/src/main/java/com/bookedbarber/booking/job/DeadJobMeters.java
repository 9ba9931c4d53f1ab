package com.bookedbarber.booking.job;

import com.bookedbarber.platform.sql.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows jobs that nobody will do unless somebody looks: {@code bb_jobs_dead}. */
@ApplicationScoped
class DeadJobMeters {

    private static final String DEAD = "SELECT count(*) FROM scheduled_tasks WHERE execution_time >= ?";

    private final Sql sql;
    private final MeterRegistry meters;

    DeadJobMeters(Sql sql, MeterRegistry meters) {
        this.sql = sql;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent start) {
        Gauge.builder("bb.jobs.dead", this, DeadJobMeters::dead)
                .description("Jobs given up after all attempts")
                .register(meters);
    }

    private double dead() {
        return sql.one(DEAD, row -> row.getLong(1), Retries.NEVER).orElse(0L);
    }
}
