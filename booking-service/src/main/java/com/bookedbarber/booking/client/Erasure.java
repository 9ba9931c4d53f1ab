package com.bookedbarber.booking.client;

import com.bookedbarber.platform.mail.MailQueue;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** Forgets who somebody was. Appointments stay, without a person, because the shop's figures are made of them. */
@ApplicationScoped
class Erasure {

    private static final String NOBODY = "Erased client";

    private static final String ADDRESSES = """
            SELECT email FROM client_record WHERE user_id = ? AND email IS NOT NULL
            UNION
            SELECT a.client_email FROM appointment a JOIN client_record c ON c.id = a.client_record_id
            WHERE c.user_id = ? AND a.client_email IS NOT NULL
            """;

    private final Sql sql;
    private final MailQueue mails;

    Erasure(Sql sql, MailQueue mails) {
        this.sql = sql;
        this.mails = mails;
    }

    @Transactional
    void erase(UUID userId) {
        sql.list(ADDRESSES, row -> row.getString(1), userId, userId).forEach(mails::forget);
        sql.update("""
                UPDATE appointment SET client_id = NULL, client_name = ?, client_email = NULL, client_phone = NULL,
                    client_time_zone = NULL, notes = NULL
                WHERE client_record_id IN (SELECT id FROM client_record WHERE user_id = ?)
                """, NOBODY, userId);
        sql.update("""
                UPDATE client_record SET user_id = NULL, name = ?, email = NULL, phone = NULL, time_zone = NULL,
                    notes = NULL, tags = '{}', reminders_off = true, version = version + 1
                WHERE user_id = ?
                """, NOBODY, userId);
        sql.update("DELETE FROM calendar_feed WHERE client_id = ? OR created_by = ?", userId, userId);
    }
}
