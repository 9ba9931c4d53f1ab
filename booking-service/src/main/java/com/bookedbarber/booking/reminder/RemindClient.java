package com.bookedbarber.booking.reminder;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.AppointmentStatus;
import com.bookedbarber.booking.appointment.Appointments;
import com.bookedbarber.booking.job.Retries;
import com.bookedbarber.booking.mail.ClientMail;
import com.bookedbarber.booking.reminder.Reminders.Reminder;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reminds a client of a visit. It looks at the appointment again before it does: one that was moved waits for its new
 * time, one that is off is forgotten. One that comes late waits for the end of the client's quiet hours.
 */
@ApplicationScoped
class RemindClient implements JobDefinition {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_ATTEMPTS = 10;

    private final Appointments appointments;
    private final Reminders reminders;
    private final ClientMail mail;

    RemindClient(Appointments appointments, Reminders reminders, ClientMail mail) {
        this.appointments = appointments;
        this.reminders = reminders;
        this.mail = mail;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(Reminders.TASK)
                .onFailure(Retries.atMost(MAX_ATTEMPTS, FIRST_PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        QuarkusTransaction.requiringNew().call(() -> remind(Reminder.ofJobId(instance.getId()))));
    }

    private CompletionHandler<Void> remind(Reminder reminder) {
        Optional<Appointment> confirmed = appointments
                .find(reminder.appointmentId())
                .filter(appointment -> appointment.status() == AppointmentStatus.CONFIRMED);
        Instant now = Instant.now();
        Optional<Instant> due =
                confirmed.flatMap(appointment -> reminders.sendingTime(appointment, reminder.hours(), now));
        if (due.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        if (due.get().isAfter(now.plus(TOLERANCE))) {
            return (complete, operations) -> operations.reschedule(complete, due.get());
        }
        send(confirmed.get(), reminder, now);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void send(Appointment appointment, Reminder reminder, Instant now) {
        boolean inTime = now.isBefore(appointment.time().startsAt());
        if (inTime && reminders.isWanted(appointment.client().recordId())) {
            String kind =
                    "reminder-" + reminder.hours() + "-" + appointment.time().startsAt();
            mail.reminder(appointment, kind);
        }
    }
}
