package com.bookedbarber.booking.client;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** Forgets who somebody was. Appointments stay, without a person, because the shop's figures are made of them. */
@ApplicationScoped
class Erasure {

    private static final String NOBODY = "Erased client";

    private final Sql sql;

    Erasure(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    void erase(UUID userId) {
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
