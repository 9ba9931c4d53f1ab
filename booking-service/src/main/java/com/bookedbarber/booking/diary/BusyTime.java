package com.bookedbarber.booking.diary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Time that an appointment takes of a barber; all in milliseconds since the epoch.
 *
 * @param busyFrom start of the buffer before the visit
 * @param busyTo end of the buffer after it, exclusive
 * @param startsAt when the visit starts
 * @param endsAt when it ends, exclusive
 */
public record BusyTime(UUID barberId, long busyFrom, long busyTo, long startsAt, long endsAt) {

    private static final long MILLIS_PER_MINUTE = 60_000L;

    static BusyTime read(ResultSet row) throws SQLException {
        return new BusyTime(
                row.getObject(1, UUID.class), millis(row, 2), millis(row, 3), millis(row, 4), millis(row, 5));
    }

    /** How long the visit takes, without buffers. */
    public int minutes() {
        return Math.toIntExact((endsAt - startsAt) / MILLIS_PER_MINUTE);
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }
}
