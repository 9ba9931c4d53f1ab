package com.bookedbarber.booking.client;

import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A shop's clients with what became of their visits, which is counted when it is asked for. */
@ApplicationScoped
class ShopClients {

    private static final String SELECT = """
            SELECT c.*, v.visits, v.no_shows, v.cancelled, v.last_visit, v.spend
            FROM client_record c CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE status = 'completed') AS visits,
                    count(*) FILTER (WHERE status = 'no-show') AS no_shows,
                    count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
                    max(starts_at) FILTER (WHERE status = 'completed') AS last_visit,
                    coalesce(sum(price) FILTER (WHERE status = 'completed'), 0)::bigint AS spend
                FROM appointment a WHERE a.client_record_id = c.id) v
            """;

    private final Sql sql;

    ShopClients(Sql sql) {
        this.sql = sql;
    }

    /**
     * A page of a shop's clients, oldest record first; one more than the page holds.
     *
     * @param query part of a name, address or number; null for all
     */
    List<ClientRecord> of(UUID shopId, String query, String currency, PageRequest page) {
        Cursor after = page.after().orElse(new Cursor(Instant.EPOCH, new UUID(0, 0)));
        String like = query == null || query.isBlank() ? "%" : "%" + escaped(query.strip()) + "%";
        return sql.list(
                SELECT + """
                        WHERE c.shop_id = ? AND (c.created_at, c.id) > (?, ?)
                            AND (c.name ILIKE ? OR c.email ILIKE ? OR c.phone ILIKE ?)
                        ORDER BY c.created_at, c.id LIMIT ?
                        """,
                row -> read(row, currency),
                shopId,
                after.at(),
                after.id(),
                like,
                like,
                like,
                page.limit() + 1);
    }

    Optional<ClientRecord> find(UUID shopId, UUID id, String currency) {
        return sql.one(SELECT + "WHERE c.shop_id = ? AND c.id = ?", row -> read(row, currency), shopId, id);
    }

    /** Writes what the staff note down; false if somebody else did in the meantime. */
    boolean note(UUID id, long version, String notes, List<String> tags) {
        return sql.update(
                        "UPDATE client_record SET notes = ?, tags = ?, version = version + 1 WHERE id = ? AND version = ?",
                        notes,
                        tags.toArray(String[]::new),
                        id,
                        version)
                == 1;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static ClientRecord read(ResultSet row, String currency) throws SQLException {
        return new ClientRecord(
                row.getObject("id", UUID.class),
                row.getObject("shop_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getInt("visits"),
                row.getInt("no_shows"),
                row.getInt("cancelled"),
                Sql.instant(row, "last_visit"),
                Money.of(row.getLong("spend"), currency),
                row.getString("notes"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getBoolean("reminders_off"),
                row.getLong("version"),
                Sql.instant(row, "created_at"));
    }

    /**
     * What a shop knows of a client; for the staff only.
     *
     * @param spend prices of the completed visits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientRecord(
            UUID id,
            UUID shopId,
            UUID userId,
            String name,
            String email,
            String phone,
            int visits,
            int noShows,
            int cancellations,
            Instant lastVisit,
            Money spend,
            String notes,
            List<String> tags,
            boolean remindersOff,
            long version,
            Instant createdAt) {}
}
