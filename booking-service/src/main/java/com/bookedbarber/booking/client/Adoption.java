package com.bookedbarber.booking.client;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;
import java.util.UUID;

/** Gives the appointments that somebody booked as a guest to the account with the same, verified address. */
@ApplicationScoped
class Adoption {

    private final Sql sql;
    private final ClientRecords records;

    Adoption(Sql sql, ClientRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /** @param email in lower case */
    @Transactional
    void adopt(UUID userId, String email) {
        sql.list(
                        "SELECT id, shop_id FROM client_record WHERE email = ? AND user_id IS NULL FOR UPDATE",
                        row -> new Guest(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        email)
                .forEach(guest -> adopt(userId, guest));
    }

    private void adopt(UUID userId, Guest guest) {
        Optional<Client> own = records.ofUser(guest.shopId(), userId);
        UUID recordId = own.map(Client::recordId).orElse(guest.recordId());
        sql.update(
                "UPDATE appointment SET client_id = ?, client_record_id = ? WHERE client_record_id = ?",
                userId,
                recordId,
                guest.recordId());
        if (own.isEmpty()) {
            sql.update(
                    "UPDATE client_record SET user_id = ?, version = version + 1 WHERE id = ?",
                    userId,
                    guest.recordId());
        } else {
            merge(guest.recordId(), recordId);
        }
    }

    /** What the staff noted of the guest is not lost. */
    private void merge(UUID guestId, UUID ownId) {
        sql.update("""
                UPDATE client_record own SET notes = left(concat_ws(E'\\n', own.notes, guest.notes), 2000),
                    tags = (SELECT coalesce(array_agg(tag), '{}') FROM
                        (SELECT DISTINCT tag FROM unnest(own.tags || guest.tags) tag LIMIT 20) t),
                    reminders_off = own.reminders_off OR guest.reminders_off, version = own.version + 1
                FROM client_record guest WHERE own.id = ? AND guest.id = ?
                """, ownId, guestId);
        sql.update("DELETE FROM client_record WHERE id = ?", guestId);
    }

    private record Guest(UUID recordId, UUID shopId) {}
}
