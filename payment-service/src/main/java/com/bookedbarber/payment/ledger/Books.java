package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes what happens to the money of an appointment into the ledger; its account has to be locked. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Books {

    private final Sql sql;

    Books(Sql sql) {
        this.sql = sql;
    }

    /** Books a payment; amounts in minor units. */
    public void paid(AppointmentAccount account, UUID paymentId, long amount, long tip, Instant at) {
        write(account, "payment", paymentId, null, Ledger.payment(amount, tip, account.closed()), at);
    }

    /** Books a refund of a payment that is booked; in minor units, the tip a part of the amount. */
    public void refunded(AppointmentAccount account, UUID paymentId, UUID refundId, long amount, long tip, Instant at) {
        Posting posting = Ledger.refund(holdings(account.appointmentId()), amount, tip);
        write(account, "refund", paymentId, refundId, posting, at);
    }

    /**
     * Gives the shop what is held for a visit that is over.
     *
     * @param onTheirWay the sum of refunds that have begun and are not booked yet, without tips, in minor units
     */
    public void release(AppointmentAccount account, long onTheirWay, Instant at) {
        Ledger.release(holdings(account.appointmentId()), onTheirWay)
                .ifPresent(posting -> write(account, "release", null, null, posting, at));
    }

    private Holdings holdings(UUID appointmentId) {
        return sql.one(
                        """
                        SELECT coalesce(sum(-amount) FILTER (WHERE account = 'deposits_held'), 0) AS held,
                               coalesce(sum(-amount) FILTER (WHERE account = 'shop_payable'), 0) AS earned,
                               coalesce(sum(-amount) FILTER (WHERE account = 'tips_payable'), 0) AS tips
                        FROM ledger_entry WHERE appointment_id = ?
                        """,
                        row -> new Holdings(row.getLong("held"), row.getLong("earned"), row.getLong("tips")),
                        appointmentId)
                .orElse(Holdings.NONE);
    }

    private void write(
            AppointmentAccount account, String kind, UUID paymentId, UUID refundId, Posting posting, Instant at) {
        UUID id = Ids.next();
        sql.update("""
                INSERT INTO ledger_transaction (id, shop_id, appointment_id, kind, payment_id, refund_id, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, account.shopId(), account.appointmentId(), kind, paymentId, refundId, at);
        List<Posting.Entry> entries = posting.entries();
        sql.update(
                """
                INSERT INTO ledger_entry
                    (id, transaction_id, shop_id, appointment_id, account, amount, currency, occurred_at)
                SELECT entry.id, ?, ?, ?, entry.account, entry.amount, ?, ?
                FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS entry (id, account, amount)
                """,
                id,
                account.shopId(),
                account.appointmentId(),
                account.currency(),
                at,
                Stream.generate(Ids::next).limit(entries.size()).toArray(UUID[]::new),
                entries.stream().map(entry -> entry.account().wireName()).toArray(String[]::new),
                entries.stream().map(Posting.Entry::amount).toArray(Long[]::new));
    }
}
