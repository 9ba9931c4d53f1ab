package com.bookedbarber.booking.notice;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.AppointmentJobs;
import com.bookedbarber.booking.appointment.AppointmentJobs.Notice;
import com.bookedbarber.booking.appointment.AppointmentJobs.Topic;
import com.bookedbarber.booking.appointment.AppointmentStatus;
import com.bookedbarber.booking.appointment.Appointments;
import com.bookedbarber.booking.job.Retries;
import com.bookedbarber.booking.mail.ClientMail;
import com.bookedbarber.booking.reminder.Reminders;
import com.bookedbarber.platform.job.JobDefinition;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Locale;

/** Tells the client what has happened to an appointment, and plans its reminders. */
@ApplicationScoped
class SendNotice implements JobDefinition {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_ATTEMPTS = 10;

    private final Appointments appointments;
    private final ClientMail mail;
    private final Reminders reminders;

    SendNotice(Appointments appointments, ClientMail mail, Reminders reminders) {
        this.appointments = appointments;
        this.mail = mail;
        this.reminders = reminders;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(AppointmentJobs.NOTICE)
                .onFailure(Retries.atMost(MAX_ATTEMPTS, FIRST_PAUSE))
                .execute((instance, context) ->
                        QuarkusTransaction.requiringNew().run(() -> tell(Notice.ofJobId(instance.getId()))));
    }

    private void tell(Notice notice) {
        appointments.find(notice.appointmentId()).ifPresent(appointment -> tell(notice, appointment));
    }

    private void tell(Notice notice, Appointment appointment) {
        String kind = notice.topic().name().toLowerCase(Locale.ROOT) + "-" + notice.version();
        if (notice.topic() == Topic.CANCELLED) {
            mail.cancelled(appointment, kind);
            return;
        }
        boolean overtaken = appointment.status() != AppointmentStatus.CONFIRMED
                || (notice.topic() == Topic.CHANGED && appointments.isMovedSince(appointment.id(), notice.version()));
        if (overtaken) {
            // What came next has its own notice, and a mail tells how things are now.
            return;
        }
        if (notice.topic() == Topic.CONFIRMED) {
            mail.confirmed(appointment, kind);
            reminders.plan(appointment);
        } else {
            mail.changed(appointment, kind);
            reminders.planAnew(appointment);
        }
    }
}
