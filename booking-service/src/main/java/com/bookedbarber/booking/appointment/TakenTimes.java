package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.sql.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Asks about a time that was just found taken before anything else: when many want the same time, most are turned away
 * with one small statement instead of the shop's rules, the barber's day and the look for the key. What is remembered
 * only decides what is asked first; whether the time is taken, the database says each time.
 *
 * <p>A few ask at a time, in the order in which they came: so everybody waits about as long, and a crowd for one time
 * leaves the connections to those who book others.
 */
@ApplicationScoped
class TakenTimes {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 4;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Who has an answer under the key is to get that, so is not turned away here. */
    private static final String STILL_TAKEN = """
            SELECT EXISTS (
                    SELECT FROM appointment WHERE barber_id = ? AND busy @> ?::timestamptz AND shop_id = ?
                        AND status IN ('held', 'confirmed', 'checked-in', 'completed'))
                AND NOT EXISTS (SELECT FROM idempotency_key WHERE caller = ? AND key = ?)
            """;

    private record Time(UUID barberId, Instant startsAt) {}

    private final Sql sql;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Cache<Time, Boolean> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    TakenTimes(Sql sql) {
        this.sql = sql;
    }

    /** Remembers that the time of a named barber was found taken. */
    void found(NewAppointment request) {
        if (request.barber() != null) {
            found.put(new Time(request.barber(), request.startsAt()), true);
        }
    }

    /** Whether the time was found taken lately and still is; false if that is not known, or the request was answered before. */
    boolean stillHold(NewAppointment request, KeyedRequest keyed) {
        UUID barberId = request.barber();
        if (barberId == null || found.getIfPresent(new Time(barberId, request.startsAt())) == null) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return sql.one(
                            STILL_TAKEN,
                            row -> row.getBoolean(1),
                            barberId,
                            request.startsAt(),
                            request.shopId(),
                            keyed.caller(),
                            keyed.key().value())
                    .orElseThrow();
        } finally {
            turns.release();
        }
    }
}
