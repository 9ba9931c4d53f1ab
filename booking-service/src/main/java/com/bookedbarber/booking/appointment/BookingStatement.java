package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.appointment.AppointmentJobs.Notice;
import com.bookedbarber.booking.appointment.AppointmentJobs.Topic;
import com.bookedbarber.booking.client.Client;
import com.bookedbarber.platform.event.FeedSignal;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/**
 * Writes a booking: one statement, which is one transaction unless it joins one. Everything hangs on the appointment's own insert, so that
 * nothing is written when the time is taken, and the idempotency key's insert fails, and with it the whole, when the same
 * request was faster elsewhere.
 *
 * <p>{@code ON CONFLICT DO NOTHING} lets the exclusion constraint refuse without an error, so a hot slot neither
 * deadlocks nor fills the log; the look for an overlap before it spares most losers the speculative insert. Bookings
 * share the barber's turn among themselves; {@link Appointments#lockInTurn moves} have it alone.
 */
@ApplicationScoped
class BookingStatement {

    private static final String BOOK = """
            WITH booked AS (
                INSERT INTO appointment (id, shop_id, barber_id, client_record_id, client_id, client_name, client_email,
                    client_phone, client_time_zone, services, starts_at, ends_at, busy_from, busy_to, time_zone, status,
                    hold_expires_at, currency, price, deposit, cancellation, any_barber, notes, created_at)
                SELECT v.* FROM (VALUES (?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::text, ?::text,
                    ?::text, ?::text, ?::jsonb, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::text,
                    ?::text, ?::timestamptz, ?::text, ?::bigint, ?::bigint, ?::jsonb, ?::boolean, ?::text,
                    ?::timestamptz)) v
                WHERE NOT EXISTS (
                    SELECT FROM appointment WHERE barber_id = ?::uuid AND busy && tstzrange(?::timestamptz, ?::timestamptz)
                        AND status IN ('held', 'confirmed', 'checked-in', 'completed'))
                    AND pg_advisory_xact_lock_shared(hashtextextended(?::uuid::text, 0)) IS NOT NULL
                ON CONFLICT DO NOTHING
                RETURNING id, shop_id, client_record_id, client_id, client_name, client_email, client_phone,
                    client_time_zone, status, created_at
            ), client AS (
                INSERT INTO client_record (id, shop_id, user_id, name, email, phone, time_zone, created_at)
                SELECT client_record_id, shop_id, client_id, client_name, client_email, client_phone, client_time_zone,
                    created_at
                FROM booked WHERE ?::boolean
                ON CONFLICT DO NOTHING
            ), key AS (
                INSERT INTO idempotency_key (caller, key, request_hash, status, headers, body)
                SELECT ?::text, ?::text, ?::bytea, ?::int, ?::jsonb, ?::text FROM booked
            ), event AS (
                INSERT INTO outbox (event_id, type, subject, data)
                SELECT ?::uuid, 'booking.appointment.' || status, id::text, ?::jsonb FROM booked
            ), trail AS (
                INSERT INTO appointment_audit (appointment_id, at, actor, action, to_status, reason, version)
                SELECT id, created_at, ?::text, 'book', status, ?::text, 1 FROM booked
            ), job AS (
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                SELECT ?::text, ?::text, ?::timestamptz, false, 1 FROM booked
            )
            SELECT count(*) FROM booked
            """;

    private final Sql sql;
    private final AppointmentJson json;
    private final FeedSignal feed;

    BookingStatement(Sql sql, AppointmentJson json, FeedSignal feed) {
        this.sql = sql;
        this.json = json;
        this.feed = feed;
    }

    /**
     * Books, unless the time is taken.
     *
     * @param isNewClient whether the shop's record of the client has to be written, too
     * @param answer what a repeat of the request is to be answered
     * @return false if the time is taken; nothing was written then
     */
    boolean book(Appointment appointment, boolean isNewClient, KeyedRequest request, Answer answer, Act act) {
        boolean booked = sql.one(
                        BOOK, row -> row.getInt(1) == 1, parameters(appointment, isNewClient, request, answer, act))
                .orElseThrow();
        if (booked && QuarkusTransaction.isActive()) {
            feed.afterCommit();
        } else if (booked) {
            feed.committed();
        }
        return booked;
    }

    private Object[] parameters(Appointment booked, boolean isNewClient, KeyedRequest request, Answer answer, Act act) {
        Client client = booked.client();
        VisitTime time = booked.time();
        Charges charges = booked.charges();
        boolean held = booked.status() == AppointmentStatus.HELD;
        Instant now = booked.createdAt();
        return new Object[] {
            booked.id(),
            booked.shopId(),
            booked.barberId(),
            client.recordId(),
            client.userId(),
            client.name(),
            client.email(),
            client.phone(),
            client.timeZone() == null ? null : client.timeZone().getId(),
            json.write(booked.services()),
            time.startsAt(),
            time.endsAt(),
            time.busyFrom(),
            time.busyTo(),
            time.zone().getId(),
            booked.status().wireName(),
            booked.holdExpiresAt(),
            charges.currency(),
            charges.price(),
            charges.deposit(),
            json.write(booked.cancellation()),
            booked.anyBarber(),
            booked.notes(),
            now,
            booked.barberId(),
            time.busyFrom(),
            time.busyTo(),
            booked.barberId(),
            isNewClient,
            request.caller(),
            request.key().value(),
            request.hash(),
            answer.status(),
            json.write(answer.headers()),
            answer.body(),
            Ids.next(),
            json.write(AppointmentSnapshot.of(booked)),
            act.actor(),
            act.reason(),
            (held ? AppointmentJobs.EXPIRE_HOLD : AppointmentJobs.NOTICE).getTaskName(),
            held ? booked.id().toString() : new Notice(booked.id(), 1, Topic.CONFIRMED).jobId(),
            held ? booked.holdExpiresAt() : now
        };
    }
}
