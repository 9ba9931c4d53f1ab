package com.bookedbarber.booking.appointment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import java.util.UUID;

/** The work that appointments leave for later; done by the jobs of these names. */
public final class AppointmentJobs {

    /** Ends a hold at the minute at which it expires. The id is the appointment's. */
    public static final TaskDescriptor<Void> EXPIRE_HOLD = TaskDescriptor.of("expire-hold");

    /** Tells the client what happened, and plans the reminders. The id is that of a {@link Notice}. */
    public static final TaskDescriptor<Void> NOTICE = TaskDescriptor.of("appointment-notice");

    private AppointmentJobs() {}

    /** What a client is told about. */
    public enum Topic {
        CONFIRMED,
        CHANGED,
        CANCELLED
    }

    /**
     * Something to tell a client.
     *
     * @param version the appointment's since then
     */
    public record Notice(UUID appointmentId, long version, Topic topic) {

        /** The id of the job. */
        public String jobId() {
            return appointmentId + "/" + version + "/" + topic;
        }

        /** The notice behind a job's id. */
        public static Notice ofJobId(String jobId) {
            String[] parts = jobId.split("/");
            return new Notice(UUID.fromString(parts[0]), Long.parseLong(parts[1]), Topic.valueOf(parts[2]));
        }
    }
}
