package com.bookedbarber.booking.calendar;

import com.bookedbarber.platform.hash.Sha256;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calendars to subscribe to. Whoever knows the secret may read; only its hash is kept. */
@ApplicationScoped
class CalendarFeeds {

    private static final int SECRET_BYTES = 32;
    private static final String COLUMNS = "SELECT id, barber_id, client_id, created_by, created_at FROM calendar_feed ";

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(Sql sql) {
        this.sql = sql;
    }

    /** Opens a feed; the secret is told once. */
    Opened open(UUID barberId, UUID clientId, UUID createdBy) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO calendar_feed (id, secret_hash, barber_id, client_id, created_by) VALUES (?, ?, ?, ?, ?)",
                id,
                Sha256.of(secret),
                barberId,
                clientId,
                createdBy);
        return new Opened(id, secret);
    }

    Optional<CalendarFeed> bySecret(String secret) {
        return sql.one(COLUMNS + "WHERE secret_hash = ?", CalendarFeeds::read, Sha256.of(secret));
    }

    /** Somebody's feeds, oldest first; one more than the page holds. */
    List<CalendarFeed> of(UUID createdBy, PageRequest page) {
        Cursor after = page.after().orElse(BEGINNING);
        return sql.list(
                COLUMNS + "WHERE created_by = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?",
                CalendarFeeds::read,
                createdBy,
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    Optional<CalendarFeed> find(UUID id) {
        return sql.one(COLUMNS + "WHERE id = ?", CalendarFeeds::read, id);
    }

    void revoke(UUID id) {
        sql.update("DELETE FROM calendar_feed WHERE id = ?", id);
    }

    private static CalendarFeed read(ResultSet row) throws SQLException {
        return new CalendarFeed(
                row.getObject("id", UUID.class),
                row.getObject("barber_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("created_by", UUID.class),
                Sql.instant(row, "created_at"));
    }

    /** A feed of a barber's or a client's appointments; one of the two ids is null. */
    record CalendarFeed(UUID id, UUID barberId, UUID clientId, UUID createdBy, Instant createdAt) {}

    /** A new feed. */
    record Opened(UUID id, String secret) {}
}
