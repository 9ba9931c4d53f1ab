package com.bookedbarber.load.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A numbered supply of bookable times, no two of them alike: the same for the service's clients, who are told in Java,
 * and for pgbench, which has to find them with an expression.
 *
 * @param barbers who work around the clock, so that every half hour of each can be booked
 * @param firstStart at which number 0 starts
 */
record BookedTimes(int barbers, Instant firstStart) {

    private static final String SALT = "bench-barber-";
    private static final Duration STEP = Duration.ofMinutes(30);

    /** Who and when. */
    record Time(String barberId, Instant startsAt) {}

    Time time(long number) {
        return new Time(
                barberId((int) (number % barbers)).toString(), firstStart.plus(STEP.multipliedBy(number / barbers)));
    }

    Stream<UUID> barberIds() {
        return IntStream.range(0, barbers).mapToObj(BookedTimes::barberId);
    }

    /** PostgreSQL's {@code md5('bench-barber-0')::uuid}. */
    private static UUID barberId(int number) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest((SALT + number).getBytes(StandardCharsets.US_ASCII));
            long high = 0;
            long low = 0;
            for (int i = 0; i < 8; i++) {
                high = high << 8 | digest[i] & 0xFF;
                low = low << 8 | digest[i + 8] & 0xFF;
            }
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String barberExpression(String number) {
        return "md5('" + SALT + "' || ((" + number + ")::bigint % " + barbers + ")::text)::uuid";
    }

    String startExpression(String number) {
        return "(to_timestamp(" + firstStart.getEpochSecond() + ") + ((" + number + ")::bigint / " + barbers
                + ") * interval '" + STEP.toMinutes() + " minutes')";
    }
}
