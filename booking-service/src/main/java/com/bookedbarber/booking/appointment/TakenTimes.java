package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.sql.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks about a time that was just found taken before anything else: when many want the same time, most are turned away
 * with one small statement for all who ask at once, instead of the shop's rules, the barber's day and the look for the
 * key for each. What is remembered only decides what is asked first; whether the time is taken, the database says each
 * time, after the request has come.
 */
@ApplicationScoped
class TakenTimes {

    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Who has an answer under the key is to get that, so is not turned away here. */
    private static final String STILL_TAKEN = """
            SELECT asked.number
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY asked (caller, key, number)
            WHERE EXISTS (
                    SELECT FROM appointment WHERE barber_id = ? AND busy @> ?::timestamptz AND shop_id = ?
                        AND status IN ('held', 'confirmed', 'checked-in', 'completed'))
                AND NOT EXISTS (
                    SELECT FROM idempotency_key known WHERE known.caller = asked.caller AND known.key = asked.key)
            """;

    private record Time(UUID shopId, UUID barberId, Instant startsAt) {

        static Time of(NewAppointment request) {
            return new Time(request.shopId(), request.barber(), request.startsAt());
        }
    }

    private final Sql sql;
    private final Cache<Time, Crowd<KeyedRequest>> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    TakenTimes(Sql sql) {
        this.sql = sql;
    }

    /** Remembers that the time of a named barber was found taken. */
    void found(NewAppointment request) {
        if (request.barber() != null) {
            Time time = Time.of(request);
            found.put(time, new Crowd<>(requests -> stillTaken(time, requests)));
        }
    }

    /** Whether the time was found taken lately and still is; false if that is not known, or the request was answered before. */
    boolean stillHold(NewAppointment request, KeyedRequest keyed) {
        if (request.barber() == null) {
            return false;
        }
        Crowd<KeyedRequest> crowd = found.getIfPresent(Time.of(request));
        return crowd != null && crowd.ask(keyed);
    }

    /** Those of the requests that have no answer yet and cannot have the time. */
    private Set<KeyedRequest> stillTaken(Time time, List<KeyedRequest> requests) {
        List<Integer> numbers = sql.list(
                STILL_TAKEN,
                row -> row.getInt(1),
                column(requests, KeyedRequest::caller),
                column(requests, request -> request.key().value()),
                time.barberId(),
                time.startsAt(),
                time.shopId());
        return numbers.stream().map(number -> requests.get(number - 1)).collect(Collectors.toSet());
    }

    private static String[] column(List<KeyedRequest> requests, Function<KeyedRequest, String> value) {
        return requests.stream().map(value).toArray(String[]::new);
    }
}
