package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.appointment.AppointmentJobs.Notice;
import com.bookedbarber.booking.appointment.AppointmentJobs.Topic;
import com.bookedbarber.booking.cancellation.CancellationOutcome;
import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.version.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that can happen to an appointment after it was booked: each move one method, and each leaves one event and
 * one line in the audit trail, within one transaction.
 */
@ApplicationScoped
@Transactional
public class AppointmentMoves {

    private final Appointments appointments;
    private final Cancelling cancelling;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Sql sql;
    private final BookingMeters meters;

    AppointmentMoves(
            Appointments appointments, Cancelling cancelling, Outbox outbox, Jobs jobs, Sql sql, BookingMeters meters) {
        this.appointments = appointments;
        this.cancelling = cancelling;
        this.outbox = outbox;
        this.jobs = jobs;
        this.sql = sql;
        this.meters = meters;
    }

    Appointment checkIn(UUID id, String ifMatch, Act act) {
        Appointment current = lockInTurn(id, null, ifMatch);
        return apply(current, current.moveTo(AppointmentStatus.CHECKED_IN, Instant.now()), act);
    }

    Appointment complete(UUID id, String ifMatch, Act act) {
        Appointment current = lockInTurn(id, null, ifMatch);
        return apply(current, current.moveTo(AppointmentStatus.COMPLETED, Instant.now()), act);
    }

    Appointment noShow(UUID id, String ifMatch, Act act) {
        Appointment current = lock(id, ifMatch);
        Appointment missed = current.moveTo(AppointmentStatus.NO_SHOW, Instant.now());
        CancellationOutcome outcome =
                current.cancellation().refundForNoShow(current.charges().paid());
        return apply(current, settled(missed, outcome), act);
    }

    /** @param emergency whether the shop lets the client off */
    Appointment cancel(UUID id, String ifMatch, boolean emergency, Act act) {
        Appointment current = lock(id, ifMatch);
        Instant now = Instant.now();
        Appointment cancelled = current.moveTo(AppointmentStatus.CANCELLED, now);
        Appointment settled = settled(cancelled, cancelling.outcome(current, now, emergency));
        apply(current, settled, act);
        notice(settled, Topic.CANCELLED);
        return settled;
    }

    /** Takes the new time in the same moment in which it frees the old one. */
    Appointment reschedule(UUID id, String ifMatch, Appointment.Seat seat, Act act) {
        Appointment current = lockInTurn(id, seat.barberId(), ifMatch);
        Appointment moved = current.movedTo(seat);
        appointments.update(moved);
        record(current, moved, act, "rescheduled");
        if (moved.status() == AppointmentStatus.CONFIRMED) {
            notice(moved, Topic.CHANGED);
        }
        return moved;
    }

    /**
     * Ends a hold whose time is over; does nothing if it was confirmed or given up in the meantime.
     *
     * @return until when it is held if its time is not over yet
     */
    public Optional<Instant> expireHold(UUID id) {
        Instant now = Instant.now();
        Optional<Appointment> held = held(id);
        Optional<Instant> still = held.map(Appointment::holdExpiresAt).filter(until -> until.isAfter(now));
        if (still.isEmpty()) {
            Act act = Act.ofItself("expire", "the deposit was not paid in time");
            held.ifPresent(over -> apply(over, over.moveTo(AppointmentStatus.EXPIRED, now), act));
        }
        return still;
    }

    /** Gives a held time back, because the deposit was declined. */
    public void releaseHold(UUID id, String reason) {
        held(id).filter(held -> !held.charges().isSecured())
                .ifPresent(held -> apply(
                        held, held.moveTo(AppointmentStatus.EXPIRED, Instant.now()), Act.ofPayment("release", reason)));
    }

    /** Counts money that arrived for a live appointment; a held one is confirmed when its deposit is paid. */
    void pay(Appointment current, long amount) {
        Appointment paid = current.charged(current.charges().withPaid(amount));
        boolean confirms =
                current.status() == AppointmentStatus.HELD && paid.charges().isSecured();
        if (!confirms) {
            appointments.update(paid);
            trail(current, paid, Act.ofPayment("pay", null));
            return;
        }
        Appointment confirmed =
                current.moveTo(AppointmentStatus.CONFIRMED, Instant.now()).withCharges(paid.charges());
        apply(current, confirmed, Act.ofPayment("confirm", null));
        notice(confirmed, Topic.CONFIRMED);
    }

    /** Counts money that was paid back. */
    void payBack(Appointment current, long amount) {
        Appointment less = current.charged(current.charges().withPaid(-amount));
        appointments.update(less);
        trail(current, less, Act.ofPayment("refund", null));
    }

    private Optional<Appointment> held(UUID id) {
        return appointments.lock(id).filter(appointment -> appointment.status() == AppointmentStatus.HELD);
    }

    private Appointment lock(UUID id, String ifMatch) {
        return matching(appointments.lock(id), ifMatch);
    }

    private Appointment lockInTurn(UUID id, UUID newBarber, String ifMatch) {
        return matching(appointments.lockInTurn(id, newBarber), ifMatch);
    }

    private static Appointment matching(Optional<Appointment> locked, String ifMatch) {
        Appointment current = locked.orElseThrow(() -> ProblemException.notFound("appointment"));
        IfMatch.require(ifMatch, current.version());
        return current;
    }

    private static Appointment settled(Appointment over, CancellationOutcome outcome) {
        return over.withCharges(over.charges().settled(outcome));
    }

    private Appointment apply(Appointment current, Appointment next, Act act) {
        appointments.update(next);
        record(current, next, act, next.status().wireName());
        return next;
    }

    private void record(Appointment current, Appointment next, Act act, String event) {
        trail(current, next, act);
        outbox.append("booking.appointment." + event, next.id(), AppointmentSnapshot.of(next));
        meters.moved(event);
    }

    private void trail(Appointment current, Appointment next, Act act) {
        sql.update(
                """
                INSERT INTO appointment_audit (appointment_id, at, actor, action, from_status, to_status, reason, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                next.id(),
                Instant.now(),
                act.actor(),
                act.action(),
                current.status().wireName(),
                next.status().wireName(),
                act.reason(),
                next.version());
    }

    private void notice(Appointment appointment, Topic topic) {
        Notice notice = new Notice(appointment.id(), appointment.version(), topic);
        jobs.schedule(AppointmentJobs.NOTICE, notice.jobId(), null, Instant.now());
    }
}
