package com.bookedbarber.load.consistency;

import com.bookedbarber.load.sql.AdminSql;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the database says after a run, to be compared with what clients were told. */
final class Books {

    private final AdminSql sql;

    Books(AdminSql sql) {
        this.sql = sql;
    }

    long appointments() {
        return sql.number("SELECT count(*) FROM appointment");
    }

    long inStatus(String status) {
        return sql.number("SELECT count(*) FROM appointment WHERE status = ?", status);
    }

    /** How often appointments were moved, by their versions: the first version is the booking itself. */
    long moves() {
        return sql.number("SELECT coalesce(sum(version - 1), 0) FROM appointment");
    }

    /** Live holds whose time was over for longer than a minute. */
    long overdueHolds() {
        return sql.number("SELECT count(*) FROM appointment WHERE status = 'held'"
                + " AND hold_expires_at < now() - interval '1 minute'");
    }

    long holds() {
        return sql.number("SELECT count(*) FROM appointment WHERE status = 'held'");
    }

    /** How often each event about appointments stands in the outbox. */
    Map<String, Long> events() {
        var events = new LinkedHashMap<String, Long>();
        sql.rows(
                        "SELECT type, count(*) FROM outbox WHERE type LIKE 'booking.appointment.%' GROUP BY type ORDER BY type")
                .forEach(row -> events.put(row.get(0).replaceAll(".*\\.", ""), Long.parseLong(row.get(1))));
        return events;
    }

    /** Lines in the audit trail. */
    long trail() {
        return sql.number("SELECT count(*) FROM appointment_audit");
    }

    /** Deadlocks that PostgreSQL had to resolve in this database. */
    long deadlocks() {
        return sql.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }
}
