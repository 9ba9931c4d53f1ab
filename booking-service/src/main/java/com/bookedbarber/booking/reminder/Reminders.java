package com.bookedbarber.booking.reminder;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.policy.BookingPolicies;
import com.bookedbarber.booking.policy.BookingPolicy;
import com.bookedbarber.platform.sql.Sql;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Decides when clients are reminded, and keeps the jobs that do it in step with the appointments. */
@ApplicationScoped
public class Reminders {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("remind-client");

    private final BookingPolicies policies;
    private final Sql sql;

    Reminders(BookingPolicies policies, Sql sql) {
        this.policies = policies;
        this.sql = sql;
    }

    /** Plans the reminders of an appointment that has moved; joins the running transaction. */
    public void planAnew(Appointment appointment) {
        forget(appointment.id());
        plan(appointment);
    }

    /**
     * Plans the reminders of an appointment that has none yet; joins the running transaction. Those that would be late
     * already are left out.
     */
    public void plan(Appointment appointment) {
        BookingPolicy policy =
                policies.of(appointment.shopId(), appointment.charges().currency());
        for (int hours : policy.reminderHours()) {
            Instant at = sendingTime(appointment, due(appointment, hours), policy);
            if (at.isAfter(Instant.now())) {
                schedule(new Reminder(appointment.id(), hours), at);
            }
        }
    }

    /**
     * When the client is to be reminded; nothing if the shop does not remind that long before any more. What is late
     * already must not come in the quiet hours either.
     *
     * @return a time after {@code now} to wait for, else one that has come
     */
    Optional<Instant> sendingTime(Appointment appointment, int hours, Instant now) {
        BookingPolicy policy =
                policies.of(appointment.shopId(), appointment.charges().currency());
        if (!policy.reminderHours().contains(hours)) {
            return Optional.empty();
        }
        Instant planned = sendingTime(appointment, due(appointment, hours), policy);
        return Optional.of(planned.isAfter(now) ? planned : sendingTime(appointment, now, policy));
    }

    boolean isWanted(UUID clientRecordId) {
        return sql.one(
                        "SELECT NOT reminders_off FROM client_record WHERE id = ?",
                        row -> row.getBoolean(1),
                        clientRecordId)
                .orElse(false);
    }

    /** Ends all reminders to a client of a shop. */
    void end(UUID clientRecordId) {
        sql.update("UPDATE client_record SET reminders_off = true, version = version + 1 WHERE id = ?", clientRecordId);
    }

    private static Instant due(Appointment appointment, int hours) {
        return appointment.time().startsAt().minus(Duration.ofHours(hours));
    }

    private static Instant sendingTime(Appointment appointment, Instant due, BookingPolicy policy) {
        ZoneId zone = appointment.client().timeZone() == null
                ? appointment.time().zone()
                : appointment.client().timeZone();
        return policy.quietHours().sendingTime(due, appointment.time().startsAt(), zone);
    }

    /** By their whole names: looking for a beginning would walk through every reminder there is. */
    private void forget(UUID appointmentId) {
        sql.update(
                "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ANY (?) AND NOT picked",
                TASK.getTaskName(),
                IntStream.rangeClosed(1, BookingPolicy.MAX_REMINDER_HOURS)
                        .mapToObj(hours -> new Reminder(appointmentId, hours).jobId())
                        .toArray(String[]::new));
    }

    /** One that is being sent right now looks at the appointment's new time by itself. */
    private void schedule(Reminder reminder, Instant at) {
        sql.update("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, ?, false, 1) ON CONFLICT DO NOTHING
                """, TASK.getTaskName(), reminder.jobId(), at);
    }

    /**
     * One reminder.
     *
     * @param hours how long before the visit
     */
    record Reminder(UUID appointmentId, int hours) {

        String jobId() {
            return appointmentId + "/" + hours;
        }

        static Reminder ofJobId(String jobId) {
            String[] parts = jobId.split("/");
            return new Reminder(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
