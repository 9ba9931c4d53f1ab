package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/**
 * The accounts of appointments. Who does anything about the money of an appointment locks its account first, before any
 * payment or refund: so it happens one after the other, and nobody waits in a circle.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AppointmentAccounts {

    private final Sql sql;

    AppointmentAccounts(Sql sql) {
        this.sql = sql;
    }

    /** Opens the account if there is none, and keeps everybody else from it until the transaction ends. */
    public AppointmentAccount openAndLock(UUID appointmentId, UUID shopId, String currency) {
        sql.update("""
                INSERT INTO appointment_account (appointment_id, shop_id, currency) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """, appointmentId, shopId, currency);
        return lock(appointmentId);
    }

    /** Keeps everybody else from an account that exists until the transaction ends. */
    public AppointmentAccount lock(UUID appointmentId) {
        return sql.one(
                        """
                        SELECT appointment_id, shop_id, currency, closed_at IS NOT NULL AS closed
                        FROM appointment_account WHERE appointment_id = ? FOR UPDATE
                        """,
                        row -> new AppointmentAccount(
                                row.getObject("appointment_id", UUID.class),
                                row.getObject("shop_id", UUID.class),
                                row.getString("currency"),
                                row.getBoolean("closed")),
                        appointmentId)
                .orElseThrow();
    }

    /** The visit is over: from now on its money is earned when it comes in. */
    public void close(UUID appointmentId) {
        sql.update(
                "UPDATE appointment_account SET closed_at = now() WHERE appointment_id = ? AND closed_at IS NULL",
                appointmentId);
    }
}
