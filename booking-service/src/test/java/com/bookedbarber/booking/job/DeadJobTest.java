package com.bookedbarber.booking.job;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.platform.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Jobs that cannot be done are given up, and seen. */
@QuarkusTest
class DeadJobTest implements RealStoresTest {

    @Inject
    Sql sql;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(strings = {"appointment-notice", "remind-client"})
    void shouldGiveUpAndCountWhatFailsEveryTime(String task) {
        double before = dead();
        sql.update("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                VALUES (?, 'unreadable', now(), false, 8, 1)
                """, task);
        await().until(() -> failures(task) == 9);
        assertThat(due(task)).hasValueSatisfying(at -> assertThat(at).isBefore(Retries.NEVER));

        sql.update(
                "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = ? AND task_instance = 'unreadable'",
                task);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> due(task).filter(Retries.NEVER::equals).isPresent());
        assertThat(dead()).isEqualTo(before + 1);
        sql.update("DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = 'unreadable'", task);
    }

    private double dead() {
        return meters.get("bb.jobs.dead").gauge().value();
    }

    private int failures(String task) {
        return sql.one(
                        "SELECT consecutive_failures FROM scheduled_tasks WHERE task_name = ? AND task_instance = 'unreadable'",
                        row -> row.getInt(1),
                        task)
                .orElseThrow();
    }

    private Optional<Instant> due(String task) {
        return sql.one(
                "SELECT execution_time FROM scheduled_tasks WHERE task_name = ? AND task_instance = 'unreadable'",
                row -> Sql.instant(row, "execution_time"),
                task);
    }
}
